import Dialog from '@mui/material/Dialog'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { BatchSource } from '../../../src-main/contract/batches.ts'
import type { Edition } from '../../../src-main/contract/reports.ts'
import { useLocale, useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useFailureText } from '../../ui/failure.tsx'
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
      onClose()
      tell(t('batch.started', { count: batch.total }))
      void go('/reports/batches')
    } catch (reason) {
      setError(failure(reason))
    }
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby="batch-title" maxWidth={false}>
      <form
        className="batch-form"
        onSubmit={event => {
          event.preventDefault()
          void start()
        }}
      >
        <h2 id="batch-title" className="h2l">
          {t('batch.title', { of, count })}
        </h2>
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
        {error !== null && (
          <p className="warn" role="alert">
            {error}
          </p>
        )}
        <div className="line">
          <Button type="submit" kind="primary" keyHint="Enter">
            {t('batch.start')}
          </Button>
          <Button keyHint="Esc" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
