import type { GridApi } from 'ag-grid-community'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import { DropPanel } from './drop-panel.tsx'

/** Which columns stand in the grid. */
export const ColumnChooser = <T,>({ api }: { readonly api: GridApi<T> | null }): ReactNode => {
  const t = useT()
  const [, redraw] = useState(0)
  return (
    <DropPanel label={t('grid.columns')}>
      {() => (
        <fieldset className="menu-columns" aria-label={t('grid.columns')} style={{ border: 0, margin: 0 }}>
          {(api?.getColumns() ?? []).map(column => (
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
      )}
    </DropPanel>
  )
}
