import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'

const order = ['rejected', 'waiting', 'applied'] as const
/** Of what was sent already, the newest. */
const SENT = 50

/** What was done here: refused with a reason, waiting to be pushed, and what head office has taken. */
export const OutboxList = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { data, error, refetch } = useAsk(['sync', 'outbox'], api => api.sync.outbox({}))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (data?.length === 0) return <p className="sy-none">{t('outbox.empty')}</p>
  const shown = order.flatMap(state => {
    const of = (data ?? []).filter(entry => entry.state === state)
    return state === 'applied' ? of.slice(0, SENT) : of
  })
  return (
    <table className="list sy-outbox">
      <thead>
        <tr>
          <th>{t('outbox.what')}</th>
          <th>{t('outbox.client')}</th>
          <th>{t('outbox.made')}</th>
          <th>{t('outbox.state')}</th>
          <th>{t('outbox.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(e => (
          <tr key={e.id} className="row">
            <td>{t(`outboxKind.${e.kind}`, { defaultValue: e.kind })}</td>
            <td className="m">{e.clientName ?? '—'}</td>
            <td className="i2">{f.dateTime(e.madeAt)}</td>
            <td className={e.state === 'rejected' ? 'warn s' : e.state === 'waiting' ? 'm' : 'i2'}>
              {t(`outboxState.${e.state}`, { time: f.dateTime(e.answeredAt) })}
            </td>
            <td className="i2" title={e.reason ?? ''}>
              {e.reason === null ? '—' : t(`outboxReason.${e.reason.split(' ')[0]}`, { defaultValue: e.reason })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
