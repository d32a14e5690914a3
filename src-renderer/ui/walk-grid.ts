import type { GridApi } from 'ag-grid-community'

/** Moves the selection by a step, and the focus with it; nothing to do in an empty grid. */
export const walkGrid = <T>(api: GridApi<T> | null, step: number, column: string): void => {
  const count = api?.getDisplayedRowCount() ?? 0
  if (!api || count === 0) return
  const at = api.getSelectedNodes()[0]?.rowIndex ?? -1
  const next = Math.max(0, Math.min(count - 1, at + step))
  api.ensureIndexVisible(next)
  // the grid tells of the focus a moment later, and the next key may be here before
  api.getDisplayedRowAtIndex(next)?.setSelected(true, true)
  api.setFocusedCell(next, column)
}
