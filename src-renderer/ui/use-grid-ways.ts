import type { ColDef, GridApi } from 'ag-grid-community'
import type { AgGridReactProps } from 'ag-grid-react'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { RefObject } from 'react'

export type DataGridProps<T> = {
  readonly label: string
  readonly rows: readonly T[]
  readonly columns: readonly ColDef<T>[]
  readonly rowId: (row: T) => string
  /** Rows are still on their way: says nothing of there being none. */
  readonly waiting?: boolean
  readonly onOpen?: (row: T) => void
  readonly onSelect?: (row: T | null) => void
  readonly onShown?: (count: number) => void
  /** Id of the row that is selected and in view when the grid shows its first rows, made anew for another language too. */
  readonly first?: string | null
  /** The grid when it stands; null when it is taken down, since nobody may ask it then. */
  readonly onApi?: (api: GridApi<T> | null) => void
  /** Several rows can be selected: Ctrl or Shift and click, Space, Ctrl A. */
  readonly many?: boolean
  /** Rows that pass; a new function filters again. */
  readonly passes?: ((row: T) => boolean) | undefined
}

/** A cell whose text does not fit tells it in full under the pointer. */
const titleIfCut = (cell: EventTarget | null): void => {
  if (!(cell instanceof HTMLElement)) return
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent
  else cell.removeAttribute('title')
}

/**
 * What the grid asks and tells, each function the same for as long as the grid stands: one that changes with every letter
 * typed makes the grid filter all rows once more.
 */
export const useGridWays = <T>(
  props: DataGridProps<T>,
  passes: RefObject<DataGridProps<T>['passes']>,
): AgGridReactProps<T> => {
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  return useMemo(
    () => ({
      getRowId: params => latest.current.rowId(params.data),
      isExternalFilterPresent: () => passes.current !== undefined,
      doesExternalFilterPass: node => !node.data || (passes.current?.(node.data) ?? true),
      onFirstDataRendered: ({ api }) => {
        const node = api.getRowNode(latest.current.first ?? '')
        if (node === undefined) return
        node.setSelected(true, true)
        api.ensureNodeVisible(node, 'middle')
      },
      onModelUpdated: event => latest.current.onShown?.(event.api.getDisplayedRowCount()),
      // the selection goes with the arrow keys at once: a key pressed right after is for the line that was gone to
      navigateToNextCell: ({ api, previousCellPosition, nextCellPosition }) => {
        if (nextCellPosition && nextCellPosition.rowIndex !== previousCellPosition.rowIndex)
          api.getDisplayedRowAtIndex(nextCellPosition.rowIndex)?.setSelected(true, true)
        return nextCellPosition
      },
      // the grid tells of it a moment later, when a click has selected by itself, perhaps several lines; and after new rows
      // came: neither may take the selection away
      onCellFocused: ({ api, rowIndex, sourceEvent }) => {
        const node = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)
        const isMove = sourceEvent instanceof KeyboardEvent && node?.isSelected() === false
        if (isMove || api.getSelectedNodes().length === 0) node?.setSelected(true, true)
      },
      onSelectionChanged: event => latest.current.onSelect?.(event.api.getSelectedRows()[0] ?? null),
      onCellMouseOver: event => event.event && titleIfCut(event.event.target),
      onCellDoubleClicked: event => event.data && latest.current.onOpen?.(event.data),
      onCellKeyDown: event => {
        const key = event.event
        if (key instanceof KeyboardEvent && key.key === 'Enter' && event.data) latest.current.onOpen?.(event.data)
      },
    }),
    [passes],
  )
}
