import { find } from '../services/search/find.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const searchApi = (os: Implementer['search'], { session, romanise }: ApiDeps) => ({
  find: os.find.handler(({ input }) => find(session.opened().workspace, romanise, input.text, input.limit)),
})
