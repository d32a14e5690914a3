import { readSettings } from '../services/settings/settings.ts'
import { markToday, unmarkToday } from '../services/today/mark-today.ts'
import { eventClients, todayView, type TodayInput } from '../services/today/today-view.ts'
import type { Workspace } from '../services/workspace/workspace.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

const TITLE_ROWS = 500

const inputOf = (workspace: Workspace): TodayInput => ({
  book: workspace.book(),
  rules: workspace.rules,
  today: workspace.today(),
  moves: workspace.lastMoves().moves,
  warnDays: workspace.warnDays(),
  hoursPerWeek: readSettings(workspace.store).hoursPerWeek,
})

const viewOf = (workspace: Workspace, limit: number) => {
  const input = inputOf(workspace)
  return workspace.store.read(tx => todayView(tx, { ...input, limit }))
}

export const todayApi = (os: Implementer['today'], { session, clock, chance }: ApiDeps) => ({
  view: os.view.handler(({ input }) => viewOf(session.opened().workspace, input.limit)),
  mark: os.mark.handler(({ input }) => {
    const { workspace } = session.opened()
    const row = viewOf(workspace, TITLE_ROWS).rows.find(each =>
      each.kind === 'client' ? each.clientId === input.clientIds[0] : each.clientIds.includes(input.clientIds[0] ?? ''),
    )
    return markToday(
      workspace.store,
      { ...input, title: row?.why.zh ?? '', today: workspace.today() },
      { at: clock.now(), id: chance.id() },
    )
  }),
  eventClients: os.eventClients.handler(({ input }) => {
    const { workspace } = session.opened()
    const sources = inputOf(workspace)
    return workspace.store.read(tx => eventClients(tx, sources, input.id))
  }),
  unmark: os.unmark.handler(({ input }) => {
    unmarkToday(session.opened().workspace.store, input.markId)
    return {}
  }),
})
