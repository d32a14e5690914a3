import Popover from '@mui/material/Popover'
import type { GridApi } from 'ag-grid-community'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'

/** Which columns stand in the grid. */
export const ColumnChooser = <T,>({ api }: { readonly api: GridApi<T> | null }): ReactNode => {
  const t = useT()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [, redraw] = useState(0)
  const columns = anchor ? (api?.getColumns() ?? []) : []
  return (
    <>
      <button type="button" className="drop" aria-haspopup="dialog" onClick={event => setAnchor(event.currentTarget)}>
        {t('grid.columns')}
      </button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        <fieldset className="menu-columns" aria-label={t('grid.columns')} style={{ border: 0, margin: 0 }}>
          {columns.map(column => (
            <label key={column.getColId()}>
              <input
                type="checkbox"
                checked={column.isVisible()}
                onChange={event => {
                  api?.setColumnsVisible([column], event.target.checked)
                  redraw(n => n + 1)
                }}
              />
              {column.getColDef().headerName}
            </label>
          ))}
        </fieldset>
      </Popover>
    </>
  )
}
