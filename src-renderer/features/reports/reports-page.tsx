import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ReportRow } from '../../../src-main/contract/reports.ts'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { useAsk } from '../../state/queries.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import '../client/client.css'
import { ReportTable } from './report-table.tsx'

const views = ['all', 'made', 'sent', 'back'] as const
type View = (typeof views)[number]

const inView = (row: ReportRow, view: View): boolean => {
  if (view === 'all') return true
  if (view === 'back') return row.state === 'opened' || row.state === 'answered' || row.state === 'followedUp'
  return row.state === view
}

const Reports = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const [view, setView] = useState<View>('all')
  const { data, error, isFetching, refetch } = useAsk(['reports', 'list'], api => api.reports.list({}))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  const rows = data ?? []
  return (
    <div className="page" style={{ gridTemplateRows: '48px 36px minmax(0, 1fr)' }}>
      <PageHead title={t('screen.reports')} busy={isFetching}>
        <span>
          <b>{f.int(rows.length)}</b> {t('reports.unit')}
        </span>
      </PageHead>
      <div className="tb">
        <Choice
          label={t('reports.state')}
          value={view}
          onChange={setView}
          options={views.map(v => ({
            value: v,
            label: `${t(`reportView.${v}`)} ${f.int(rows.filter(r => inView(r, v)).length)}`,
          }))}
        />
      </div>
      {rows.length === 0 ? (
        <div className="empty">
          <h2>{t('reports.none')}</h2>
          <p>{t('reports.noneHow')}</p>
        </div>
      ) : (
        <div className="one" role="region" aria-label={t('screen.reports')} tabIndex={0}>
          <ReportTable rows={rows.filter(r => inView(r, view))} />
        </div>
      )}
    </div>
  )
}

export const ReportsPage = (): ReactNode => (useIsOpen() ? <Reports /> : <NoBook screen="reports" />)
