import { readSettings } from '../services/settings/settings.ts'
import { markToday, unmarkToday } from '../services/today/mark-today.ts'
import { todayView } from '../services/today/today-view.ts'
import type { Workspace } from '../services/workspace/workspace.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

const TITLE_ROWS = 500

const viewOf = (workspace: Workspace, limit: number) => {
  const book = workspace.book()
  const moves = workspace.lastMoves().moves
  const { hoursPerWeek } = readSettings(workspace.store)
  const today = workspace.today()
  return workspace.store.read(tx =>
    todayView(tx, { book, rules: workspace.rules, today, moves, warnDays: workspace.warnDays(), hoursPerWeek, limit }),
  )
}

export const todayApi = (os: Implementer['today'], { session, clock, chance }: ApiDeps) => ({
  view: os.view.handler(({ input }) => viewOf(session.opened().workspace, input.limit)),
  mark: os.mark.handler(({ input }) => {
    const { workspace } = session.opened()
    const row = viewOf(workspace, TITLE_ROWS).rows.find(each => each.clientId === input.clientId)
    return markToday(
      workspace.store,
      { ...input, title: row?.why.zh ?? '', today: workspace.today() },
      { at: clock.now(), id: chance.id() },
    )
  }),
  unmark: os.unmark.handler(({ input }) => {
    unmarkToday(session.opened().workspace.store, input.markId)
    return {}
  }),
})
