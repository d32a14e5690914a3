import { affected, audience } from '../services/products/audience.ts'
import { productRow, shelfRows } from '../services/products/shelf-rows.ts'
import { draftBatches, makeDrafts, undoDrafts } from '../services/products/draft-batch.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const productsApi = (os: Implementer['products'], { session, romanise, clock, chance }: ApiDeps) => ({
  shelf: os.shelf.handler(() => [...shelfRows(session.opened().workspace, romanise)]),
  row: os.row.handler(({ input }) => productRow(session.opened().workspace, romanise, input.code)),
  audience: os.audience.handler(({ input }) => audience(session.opened().workspace, input.code)),
  draft: os.draft.handler(({ input }) =>
    makeDrafts(session.opened().workspace, input, { at: clock.now(), id: chance.id() }),
  ),
  drafts: os.drafts.handler(({ input }) => draftBatches(session.opened().workspace, input.code)),
  undoDrafts: os.undoDrafts.handler(({ input }) =>
    undoDrafts(session.opened().workspace, input.id, { at: clock.now(), id: chance.id() }),
  ),
  affected: os.affected.handler(({ input }) => affected(session.opened().workspace, input.code, input.event)),
})
