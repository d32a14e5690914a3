import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { ReportTable } from '../reports/report-table.tsx'

export const ReportsTab = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  const { data, error, refetch } = useAsk(['reports', 'list'], api => api.reports.list({}))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  const mine = (data ?? []).filter(r => r.kind === 'account' && r.subject === client.id)
  return (
    <div className="one" role="region" aria-label={t('clientTab.reports')} tabIndex={0}>
      {mine.length > 0 ? (
        <ReportTable rows={mine} />
      ) : (
        data && (
          <div className="empty">
            <h2>{t('reports.noneHere')}</h2>
            <p>{t('reports.noneHereHow')}</p>
          </div>
        )
      )}
    </div>
  )
}
