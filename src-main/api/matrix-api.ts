import { keptView } from '../services/kept/kept-view.ts'
import { cellOf } from '../services/book/cell-name.ts'
import { cellHistory } from '../services/matrix/cell-history.ts'
import { cellView } from '../services/matrix/cell-view.ts'
import { matrixView } from '../services/matrix/matrix-view.ts'
import { readSettings } from '../services/settings/settings.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'
import { saveTable } from './save-table.ts'

export const matrixApi = (os: Implementer['matrix'], deps: ApiDeps) => {
  const { session } = deps
  return {
    view: os.view.handler(() => {
      const { workspace } = session.opened()
      const settings = readSettings(workspace.store)
      const marks = { overdueShare: settings.overdueMark, mismatchShare: settings.mismatchMark }
      return keptView(workspace, {
        name: 'matrix',
        depends: marks,
        make: () =>
          matrixView({
            book: workspace.book(),
            rules: workspace.rules,
            compared: workspace.lastMoves(),
            marks,
            weekly: workspace.history(),
          }),
      })
    }),
    cell: os.cell.handler(({ input }) => {
      const { workspace } = session.opened()
      return keptView(workspace, {
        name: `cell ${input.tier} ${input.style}`,
        depends: readSettings(workspace.store).hoursPerWeek,
        make: () =>
          cellView(input.tier, input.style, {
            book: workspace.book(),
            rules: workspace.rules,
            moved: workspace.lastMoves(),
            hoursPerWeek: readSettings(workspace.store).hoursPerWeek,
          }),
      })
    }),
    history: os.history.handler(({ input }) => {
      const { workspace } = session.opened()
      return keptView(workspace, {
        name: `history ${input.tier} ${input.style}`,
        depends: null,
        make: () =>
          workspace.store.read(tx =>
            cellHistory(tx, cellOf(input.tier, input.style), workspace.book(), workspace.rules),
          ),
      })
    }),
    export: os.export.handler(({ input: { what, title, format, header, rows } }) =>
      saveTable(deps, format, { name: title, header, rows }, { what, masked: true, columns: header }),
    ),
  }
}
