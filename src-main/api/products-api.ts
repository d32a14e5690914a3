import { affected, audience } from '../services/products/audience.ts'
import { shelfRows } from '../services/products/shelf-rows.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const productsApi = (os: Implementer['products'], { session, romanise }: ApiDeps) => ({
  shelf: os.shelf.handler(() => [...shelfRows(session.opened().workspace, romanise)]),
  audience: os.audience.handler(({ input }) => audience(session.opened().workspace, input.code)),
  affected: os.affected.handler(({ input }) => affected(session.opened().workspace, input.code, input.event)),
})
