import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { ReportsView } from '../reports/reports-view.tsx'

export const ReportsTab = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  const { data, error, refetch } = useAsk(['reports', 'overview'], api => api.deliveries.overview({}))
  const mine = useMemo(() => (data?.lines ?? []).filter(each => each.clientId === client.id), [data, client.id])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (data && mine.length === 0)
    return (
      <div className="one" role="region" aria-label={t('clientTab.reports')} tabIndex={0}>
        <div className="empty">
          <h2>{t('reports.noneHere')}</h2>
          <p>{t('reports.noneHereHow')}</p>
        </div>
      </div>
    )
  return (
    <div className="of-client">
      <ReportsView label={t('clientTab.reports')} rows={mine} withSubject={false} waiting={!data} />
    </div>
  )
}
