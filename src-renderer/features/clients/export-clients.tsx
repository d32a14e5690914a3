import type { GridApi } from 'ag-grid-community'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { ClientExport } from '../../../src-main/contract/clients.ts'
import type { ClientRow } from '../../../src-main/contract/clients.ts'
import { useLocale, useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { useExport } from '../../state/use-export.ts'
import { Choice } from '../../ui/choice.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

const fields = ClientExport.unwrap().shape.columns.unwrap().element.unwrap().shape.field
type Format = ClientExport['format']
const formats = ['xlsx', 'csv'] as const satisfies readonly Format[]

/** Ids of the lines in the order in which they stand there. */
export const shownIds = (grid: GridApi<ClientRow>): readonly string[] =>
  Array.from({ length: grid.getDisplayedRowCount() }, (_, at) => grid.getDisplayedRowAtIndex(at)?.data?.id).filter(
    id => id !== undefined,
  )

/** The shown lines and columns as a file; names and numbers are masked unless that is switched off. */
export const ExportClients = ({
  grid,
  onClose,
}: {
  readonly grid: GridApi<ClientRow>
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const locale = useLocale()
  const [format, setFormat] = useState<Format>('xlsx')
  const [masked, setMasked] = useState(true)
  const ids = shownIds(grid)
  const columns = grid.getAllDisplayedColumns().flatMap(column => {
    const field = fields.safeParse(column.getColId())
    return field.success ? [{ field: field.data, title: column.getColDef().headerName ?? field.data }] : []
  })
  const { busy, error, save, action } = useExport(
    () => api.clients.export({ ids: [...ids], columns, title: t('screen.clients'), format, masked, locale }),
    onClose,
    done => t('export.done', { count: done.rows, path: done.path }),
  )
  return (
    <FormDialog
      title={t('export.title')}
      action={action}
      disabled={busy && t('export.busy')}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <p className="i2">{t('export.what', { count: ids.length, columns: columns.length })}</p>
      <div className="line">
        <Choice
          label={t('export.format')}
          value={format}
          onChange={setFormat}
          options={formats.map(value => ({ value, label: value.toUpperCase() }))}
        />
      </div>
      <label className="line">
        <input type="checkbox" checked={masked} onChange={event => setMasked(event.target.checked)} />
        {t('export.masked')}
      </label>
      <p className={masked ? 'i3' : 'warn'}>{t(masked ? 'export.maskedHow' : 'export.open')}</p>
    </FormDialog>
  )
}
