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
import type { ColDef, GridApi } from 'ag-grid-community'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import { useCurrentLook } from '../shell/use-look.ts'
import { rowHeight } from '../tokens.ts'
import { gridTheme } from './grid-theme.ts'
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

/** A cell whose text does not fit tells it in full under the pointer. */
const titleIfCut = (cell: EventTarget | null): void => {
  if (!(cell instanceof HTMLElement)) return
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent
  else cell.removeAttribute('title')
}

/** The one table for many rows: sorting, filters, keyboard, its own look. It draws its cells itself: text and classes. */
export const DataGrid = <T,>(props: DataGridProps<T>): ReactNode => {
  const { label, rows, columns, waiting = false, passes, many = false } = props
  const t = useT()
  const { density } = useCurrentLook()
  const box = useRef<HTMLDivElement>(null)
  const api = useRef<GridApi<T> | null>(null)
  const held = useRef(false)
  const latest = useRef(props)
  const given = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    if (box.current === null) return
    given.current = latest.current
    const grid = createGrid<T>(box.current, {
      theme: gridTheme,
      rowData: [...given.current.rows],
      columnDefs: [...given.current.columns],
      getRowId: params => latest.current.rowId(params.data),
      localeText: Object.fromEntries(localeKeys.map(key => [key, t(`grid.${key}`)])),
      rowHeight: rowHeight[density],
      defaultColDef: { sortable: true, resizable: true, suppressHeaderMenuButton: true, minWidth: 48 },
      rowSelection: many
        ? {
            mode: 'multiRow',
            checkboxes: false,
            headerCheckbox: false,
            enableClickSelection: true,
            selectAll: 'filtered',
            ctrlASelectsRows: true,
          }
        : { mode: 'singleRow', checkboxes: false, enableClickSelection: true },
      suppressNoRowsOverlay: latest.current.waiting ?? false,
      animateRows: false,
      suppressColumnMoveAnimation: true,
      suppressDragLeaveHidesColumns: true,
      rowBuffer: 0,
      suppressAnimationFrame: true,
      isExternalFilterPresent: () => latest.current.passes !== undefined,
      doesExternalFilterPass: node => !node.data || (latest.current.passes?.(node.data) ?? true),
      onModelUpdated: event => latest.current.onShown?.(event.api.getDisplayedRowCount()),
      onCellFocused: event => {
        const node = event.rowIndex === null ? undefined : event.api.getDisplayedRowAtIndex(event.rowIndex)
        // a click with Ctrl or Shift adds to the selection; the grid sees to that itself
        if (!held.current) node?.setSelected(true, true)
      },
      onSelectionChanged: event => latest.current.onSelect?.(event.api.getSelectedRows()[0] ?? null),
      onCellMouseOver: event => event.event && titleIfCut(event.event.target),
      onCellDoubleClicked: event => event.data && latest.current.onOpen?.(event.data),
      onCellKeyDown: event => {
        const key = event.event
        if (key instanceof KeyboardEvent && key.key === 'Enter' && event.data) latest.current.onOpen?.(event.data)
      },
    })
    api.current = grid
    latest.current.onApi?.(grid)
    return () => {
      api.current = null
      latest.current.onApi?.(null)
      grid.destroy()
    }
  }, [density, many, t])
  useEffect(() => {
    const before = given.current
    given.current = latest.current
    if (before.rows !== rows) api.current?.setGridOption('rowData', [...rows])
    if (before.columns !== columns) api.current?.setGridOption('columnDefs', [...columns])
    if (before.passes !== passes) api.current?.onFilterChanged()
  }, [rows, columns, passes])
  useEffect(() => api.current?.setGridOption('suppressNoRowsOverlay', waiting), [waiting])
  return (
    <div
      ref={box}
      className="grid"
      role="region"
      aria-label={label}
      onMouseDownCapture={event => (held.current = many && (event.ctrlKey || event.metaKey || event.shiftKey))}
      onKeyDownCapture={() => (held.current = false)}
    />
  )
}
