import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { BatchRow, BatchSource } from '../../../src-main/contract/batches.ts'
import type { Edition } from '../../../src-main/contract/reports.ts'
import { useLocale, useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Choice } from '../../ui/choice.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import '../reports/report-sheet.css'

const editions = ['client', 'internal'] as const
const locales = ['zh-CN', 'en'] as const

/** Reports for a cell or a selection: which edition and language, and whether those of today are made again. */
export const BatchDialog = ({
  source,
  count,
  of,
  onClose,
}: {
  readonly source: BatchSource
  readonly count: number
  /** The cell or the list that it is for. */
  readonly of: string
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const go = useNavigate()
  const failure = useFailureText()
  const own = useLocale()
  const [edition, setEdition] = useState<Edition>('client')
  const [locale, setLocale] = useState(own)
  const [onlyStale, setOnlyStale] = useState(true)
  const [error, setError] = useState<string | null>(null)
  const start = async (): Promise<void> => {
    try {
      const batch = await api.batches.start({ source, edition, locale, onlyStale })
      // the engine is busy with its first report before it answers with the list again
      queries.setQueryData<BatchRow[]>(
        ['reports', 'batches'],
        rows => rows && [batch, ...rows.filter(row => row.id !== batch.id)],
      )
      onClose()
      tell(t('batch.started', { count: batch.total }))
      void go('/reports/batches')
    } catch (reason) {
      setError(failure(reason))
    }
  }
  return (
    <FormDialog
      title={t('batch.title', { of, count })}
      action={t('batch.start')}
      error={error}
      onSubmit={() => void start()}
      onClose={onClose}
    >
      <div className="line">
        <span className="lab">{t('reports.edition')}</span>
        <Choice
          label={t('reports.edition')}
          value={edition}
          onChange={setEdition}
          options={editions.map(value => ({ value, label: t(`edition.${value}`) }))}
        />
      </div>
      <div className="line">
        <span className="lab">{t('setting.locale')}</span>
        <Choice
          label={t('setting.locale')}
          value={locale}
          onChange={setLocale}
          options={locales.map(value => ({ value, label: t(`settingValue.${value}`) }))}
        />
      </div>
      <label className="line">
        <input type="checkbox" checked={onlyStale} onChange={event => setOnlyStale(event.target.checked)} />
        {t('batch.onlyStale')}
      </label>
      <p className="i3">{t('batch.how')}</p>
    </FormDialog>
  )
}
