import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ExternalFilterModule,
  LocaleModule,
  ModuleRegistry,
  NumberFilterModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  TextFilterModule,
  createGrid,
} from 'ag-grid-community'
import type { ColDef, GridApi, GridReadyEvent, RowSelectionOptions } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import type { AgGridReactProps } from 'ag-grid-react'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { ReactNode, RefObject } from 'react'
import { useLocale, useT } from '../i18n/i18n.ts'
import { useCurrentLook } from '../shell/use-look.ts'
import { rowHeight } from '../tokens.ts'
import { gridTheme } from './grid-theme.ts'
import { throttleFlight } from './throttle-flight.ts'
import './grid.css'

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ExternalFilterModule,
  LocaleModule,
  NumberFilterModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  TextFilterModule,
])

const localeKeys = [
  'noRowsToShow',
  'noMatchingRows',
  'loadingOoo',
  'contains',
  'notContains',
  'equals',
  'notEqual',
  'startsWith',
  'endsWith',
  'blank',
  'notBlank',
  'lessThan',
  'lessThanOrEqual',
  'greaterThan',
  'greaterThanOrEqual',
  'inRange',
  'inRangeStart',
  'inRangeEnd',
  'andCondition',
  'orCondition',
  'filterOoo',
  'applyFilter',
  'resetFilter',
  'clearFilter',
  'ariaFilterColumn',
  'ariaFilterInput',
  'ariaFilterMenuOpen',
] as const

type DataGridProps<T> = {
  readonly label: string
  readonly rows: readonly T[]
  readonly columns: readonly ColDef<T>[]
  readonly rowId: (row: T) => string
  /** Rows are still on their way: says nothing of there being none. */
  readonly waiting?: boolean
  readonly onOpen?: (row: T) => void
  readonly onSelect?: (row: T | null) => void
  readonly onShown?: (count: number) => void
  /** The grid when it stands; null when it is taken down, since nobody may ask it then. */
  readonly onApi?: (api: GridApi<T> | null) => void
  /** Several rows can be selected: Ctrl or Shift and click, Space, Ctrl A. */
  readonly many?: boolean
  /** Rows that pass; a new function filters again. */
  readonly passes?: ((row: T) => boolean) | undefined
}

const defaultColumn: ColDef = { sortable: true, resizable: true, suppressHeaderMenuButton: true, minWidth: 48 }

const oneRow: RowSelectionOptions = { mode: 'singleRow', checkboxes: false, enableClickSelection: true }

const manyRows: RowSelectionOptions = {
  mode: 'multiRow',
  checkboxes: false,
  headerCheckbox: false,
  enableClickSelection: true,
  selectAll: 'filtered',
  ctrlASelectsRows: true,
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
const useGridWays = <T,>(
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

/**
 * A grid that nobody sees and that never goes: the styles of all grids leave the document with the last of them, and every
 * screen would be styled anew on the way to a grid and back.
 */
const keepStyles = (): void => void (kept ??= createGrid(document.createElement('div'), { theme: gridTheme }))
let kept: GridApi | null = null

/** The one table for many rows: sorting, filters, keyboard, its own look. Cells are text and classes, never components. */
export const DataGrid = <T,>(props: DataGridProps<T>): ReactNode => {
  const { label, rows, columns, waiting = false, onApi, passes, many = false } = props
  const t = useT()
  const { density } = useCurrentLook()
  // that of the words, which follows the setting by a moment: cells painted between the two would keep the old ones
  const locale = useLocale()
  const filter = useRef(passes)
  const ways = useGridWays(props, filter)
  const api = useRef<GridApi<T> | null>(null)
  const around = useRef<HTMLDivElement>(null)
  useEffect(keepStyles, [])
  useEffect(() => (around.current === null ? undefined : throttleFlight(around.current)), [])
  useEffect(() => {
    filter.current = passes
    api.current?.onFilterChanged()
  }, [passes])
  const localeText = useMemo(() => Object.fromEntries(localeKeys.map(key => [key, t(`grid.${key}`)])), [t])
  const columnDefs = useMemo(() => [...columns], [columns])
  const rowData = useMemo(() => [...rows], [rows])
  return (
    <div ref={around} className="grid" role="region" aria-label={label}>
      <AgGridReact<T>
        key={`${locale} ${density}`}
        {...ways}
        theme={gridTheme}
        rowData={rowData}
        columnDefs={columnDefs}
        localeText={localeText}
        rowHeight={rowHeight[density]}
        defaultColDef={defaultColumn}
        rowSelection={many ? manyRows : oneRow}
        suppressNoRowsOverlay={waiting}
        animateRows={false}
        suppressColumnMoveAnimation
        suppressDragLeaveHidesColumns
        rowBuffer={0}
        onGridReady={(event: GridReadyEvent<T>) => {
          api.current = event.api
          onApi?.(event.api)
        }}
        onGridPreDestroyed={() => {
          api.current = null
          onApi?.(null)
        }}
      />
    </div>
  )
}
