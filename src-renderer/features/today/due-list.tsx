import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { useSyncStatus } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import '../client/client.css'
import { dueClients } from './due-clients.ts'

const SHOWN = 60

/** Clients whose service is overdue or whose questionnaire has lapsed, highest tier first. */
export const DueList = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const [at, setAt] = useState(0)
  const { data, error, isFetching, refetch } = useAsk(['clients', 'list'], api => api.clients.list({}))
  const today = useSyncStatus().data?.dataDate ?? null
  const due = useMemo(() => dueClients(data ?? [], today), [data, today])
  const rows = due.slice(0, SHOWN)
  const open = (index: number, tab = ''): void => {
    const row = rows[index]
    if (row) void go(`/clients/${encodeURIComponent(row.client.id)}${tab}`)
  }
  useKeys([
    {
      keys: ['J', 'K'],
      label: t('clients.keyWalk'),
      run: key => setAt(i => Math.max(0, Math.min(rows.length - 1, i + (key === 'J' ? 1 : -1)))),
    },
    { keys: ['Enter'], label: t('common.open'), run: () => open(at) },
    { keys: ['D'], label: t('clients.keyDiagnosis'), run: () => open(at, '/diagnosis') },
    { keys: ['L'], label: t('contact.log'), run: () => open(at, '/contacts?log=1') },
  ])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  const count = (kind: string): number => due.filter(d => d.why.includes(kind)).length
  return (
    <div className="page" style={{ gridTemplateRows: '48px minmax(0, 1fr)' }}>
      <PageHead title={t('screen.today')} busy={isFetching}>
        <span>{f.date(today)}</span>
        <span>
          <b>{f.int(due.length)}</b> {t('today.clients')}
        </span>
        {(['overdue', 'expired', 'mismatch'] as const).map(kind => (
          <span key={kind}>
            {t(`clientView.${kind}`)} <b>{f.int(count(kind))}</b>
          </span>
        ))}
      </PageHead>
      {data && due.length === 0 ? (
        <div className="empty">
          <h2>{t('today.none')}</h2>
          <p>{t('today.noneWhy')}</p>
        </div>
      ) : (
        <div className="one" role="region" aria-label={t('screen.today')} tabIndex={0}>
          <table className="list">
            <colgroup>
              <col style={{ width: 48 }} />
              <col style={{ width: 180 }} />
              <col style={{ width: 110 }} />
              <col style={{ width: 110 }} />
              <col />
              <col style={{ width: 110 }} />
            </colgroup>
            <thead>
              <tr>
                <td aria-hidden="true" style={{ borderBottomColor: 'var(--line2)' }} />
                <th>{t('clients.name')}</th>
                <th>{t('clients.cell')}</th>
                <th className="r">{t('clients.assets')}</th>
                <th>{t('today.why')}</th>
                <th>{t('clients.lastContact')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ client, why }, i) => (
                <tr
                  key={client.id}
                  className={i === at ? 'row sel' : 'row'}
                  onClick={() => setAt(i)}
                  onDoubleClick={() => open(i)}
                >
                  <td className="i3">{i + 1}</td>
                  <td className="s" title={client.name}>
                    {client.name}
                  </td>
                  <td>
                    {client.tier && client.style ? `${client.tier} ${t(`style.${client.style}`)}` : t('clients.noCell')}
                  </td>
                  <td className="r">{f.wan(client.assets)}</td>
                  <td className="i2">
                    {why
                      .map(kind =>
                        t(`today.${kind}`, {
                          days: client.overdueDays,
                          date: f.date(client.validUntil),
                          n: client.mismatch,
                        }),
                      )
                      .join(' · ')}
                  </td>
                  <td className="i2">{f.day(client.lastContact, today)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {due.length > SHOWN && <p className="empty">{t('today.more', { n: f.int(due.length - SHOWN) })}</p>}
        </div>
      )}
    </div>
  )
}
