import { createGrid } from 'ag-grid-community'
import type { ColDef, GridApi, RowSelectionOptions } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
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
  const { label, rows, columns, waiting = false, passes, many = false } = props
  const { density } = useCurrentLook()
  // that of the words, which follows the setting by a moment: cells painted between the two would keep the old ones
  const locale = useLocale()
  const filter = useRef(passes)
  const ways = useGridWays(props, filter)
  // a screen comes in three goes, since all of it at once holds the window up: what is around the grid, the grid, its rows
  const isDue = useDeferredValue(true, false)
  const [api, setApi] = useState<GridApi<T> | null>(null)
  const onApi = useEffectEvent((grid: GridApi<T> | null) => props.onApi?.(grid))
  const filterAgain = useEffectEvent(() => api?.onFilterChanged())
  const around = useRef<HTMLDivElement>(null)
  useEffect(keepStyles, [])
  useEffect(() => (around.current === null ? undefined : throttleFlight(around.current)), [])
  useEffect(() => {
    filter.current = passes
    filterAgain()
  }, [passes])
  useEffect(() => {
    if (api === null) return undefined
    onApi(api)
    return () => onApi(null)
  }, [api])
  const localeText = useGridWords()
  const columnDefs = useMemo(() => [...columns], [columns])
  const rowData = useMemo(() => [...rows], [rows])
  return (
    <div ref={around} className="grid" role="region" aria-label={label}>
      {isDue && (
        <AgGridReact<T>
          key={`${locale} ${density}`}
          {...ways}
          theme={gridTheme}
          rowData={api && rowData}
          loading={false}
          columnDefs={columnDefs}
          localeText={localeText}
          rowHeight={rowHeight[density]}
          defaultColDef={defaultColumn}
          rowSelection={many ? manyRows : oneRow}
          suppressNoRowsOverlay={waiting || !api}
          animateRows={false}
          suppressColumnMoveAnimation
          suppressDragLeaveHidesColumns
          rowBuffer={0}
          onGridReady={event => setApi(event.api)}
          onGridPreDestroyed={() => setApi(null)}
        />
      )}
    </div>
  )
}
