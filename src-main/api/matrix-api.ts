import { cellView } from '../services/matrix/cell-view.ts'
import { matrixView } from '../services/matrix/matrix-view.ts'
import { readSettings } from '../services/settings/settings.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const matrixApi = (os: Implementer['matrix'], { session }: ApiDeps) => ({
  view: os.view.handler(() => {
    const { workspace } = session.opened()
    const settings = readSettings(workspace.store)
    return matrixView({
      book: workspace.book(),
      rules: workspace.rules,
      compared: workspace.lastMoves(),
      marks: { overdueShare: settings.overdueMark, mismatchShare: settings.mismatchMark },
      weekly: workspace.history(),
    })
  }),
  cell: os.cell.handler(({ input }) => {
    const { workspace } = session.opened()
    return cellView(input.tier, input.style, {
      book: workspace.book(),
      rules: workspace.rules,
      moved: workspace.lastMoves(),
      hoursPerWeek: readSettings(workspace.store).hoursPerWeek,
    })
  }),
})
