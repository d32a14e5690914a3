import { createGrid } from 'ag-grid-community'
import type { ColDef, GridApi, GridReadyEvent, RowSelectionOptions } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { useLocale } from '../i18n/i18n.ts'
import { useCurrentLook } from '../shell/use-look.ts'
import { rowHeight } from '../tokens.ts'
import './grid-modules.ts'
import { gridTheme } from './grid-theme.ts'
import { throttleFlight } from './throttle-flight.ts'
import { useGridWays, type DataGridProps } from './use-grid-ways.ts'
import { useGridWords } from './use-grid-words.ts'
import './grid.css'

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

/**
 * A grid that nobody sees and that never goes: the styles of all grids leave the document with the last of them, and every
 * screen would be styled anew on the way to a grid and back.
 */
const keepStyles = (): void => void (kept ??= createGrid(document.createElement('div'), { theme: gridTheme }))
let kept: GridApi | null = null

/** The one table for many rows: sorting, filters, keyboard, its own look. Cells are text and classes, never components. */
export const DataGrid = <T,>(props: DataGridProps<T>): ReactNode => {
  const { label, rows, columns, waiting = false, onApi, passes, many = false } = props
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
  const localeText = useGridWords()
  const columnDefs = useMemo(() => [...columns], [columns])
  const rowData = useMemo(() => [...rows], [rows])
  // the screen around it first: to take the last one down and to make a grid as well is too much for one go
  const isDue = useDeferredValue(true, false)
  return (
    <div ref={around} className="grid" role="region" aria-label={label}>
      {isDue && (
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
      )}
    </div>
  )
}
