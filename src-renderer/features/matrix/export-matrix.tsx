import { useState } from 'react'
import type { ReactNode } from 'react'
import type { MatrixExport } from '../../../src-main/contract/matrix.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { useExport } from '../../state/use-export.ts'
import { Choice } from '../../ui/choice.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

const formats = ['xlsx', 'csv'] as const satisfies readonly MatrixExport['format'][]

/** The table on screen as a file. */
export const ExportMatrix = ({
  table,
  onClose,
}: {
  readonly table: Omit<MatrixExport, 'format'>
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const [format, setFormat] = useState<MatrixExport['format']>('xlsx')
  const { busy, error, save, action } = useExport(
    () => api.matrix.export({ ...table, format }),
    onClose,
    done => t('exportMatrix.done', { count: done.rows, n: done.rows, path: done.path }),
  )
  return (
    <FormDialog
      title={t('exportMatrix.title')}
      action={action}
      disabled={busy && action}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <p className="i2">{t(`exportMatrix.what.${table.what}`, { n: table.rows.length })}</p>
      <div className="line">
        <Choice
          label={t('export.format')}
          value={format}
          onChange={setFormat}
          options={formats.map(value => ({ value, label: value.toUpperCase() }))}
        />
      </div>
    </FormDialog>
  )
}
