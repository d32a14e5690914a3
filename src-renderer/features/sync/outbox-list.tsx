import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'

/** What was done here and waits to be pushed, or was refused with a reason. */
export const OutboxList = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { data, error, refetch } = useAsk(['sync', 'outbox'], api => api.sync.outbox({}))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  const open = (data ?? []).filter(e => e.state !== 'applied')
  return (
    <section className="sec">
      <h2>
        {t('outbox.title')}
        <small>{t('outbox.count', { count: open.length })}</small>
      </h2>
      <ul className="reasons">
        {open.map(e => (
          <li key={e.id}>
            {t(`outboxKind.${e.kind}`, { defaultValue: e.kind })} <span className="i3">{f.dateTime(e.madeAt)}</span>
            {e.state === 'rejected' && <span className="warn"> {e.reason}</span>}
          </li>
        ))}
        {data && open.length === 0 && <li>{t('outbox.empty')}</li>}
      </ul>
    </section>
  )
}
