import { CellView, MatrixView } from '../contract/matrix.ts'
import { keptView } from '../services/kept/kept-view.ts'
import { cellView } from '../services/matrix/cell-view.ts'
import { matrixView } from '../services/matrix/matrix-view.ts'
import { readSettings } from '../services/settings/settings.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const matrixApi = (os: Implementer['matrix'], { session }: ApiDeps) => ({
  view: os.view.handler(() => {
    const { workspace } = session.opened()
    const settings = readSettings(workspace.store)
    const marks = { overdueShare: settings.overdueMark, mismatchShare: settings.mismatchMark }
    return keptView(workspace, {
      name: 'matrix',
      depends: [session.version, marks],
      parse: body => MatrixView.safeParse(body).data ?? null,
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
      depends: [session.version, readSettings(workspace.store).hoursPerWeek],
      parse: body => CellView.safeParse(body).data ?? null,
      make: () =>
        cellView(input.tier, input.style, {
          book: workspace.book(),
          rules: workspace.rules,
          moved: workspace.lastMoves(),
          hoursPerWeek: readSettings(workspace.store).hoursPerWeek,
        }),
    })
  }),
})
