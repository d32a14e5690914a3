import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Slow } from '../../ui/slow.tsx'
import { NoticePanel } from './notice-panel.tsx'

/** Clients to be told of a changed opinion, those who wait first, and how the last judging of the book ended. */
export const NoticePart = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const [chosen, choose] = useState<string | null>(null)
  const { data, error, isFetching, refetch } = useAsk(['suitability', 'notices'], api => api.suitability.notices({}))
  const lines = data?.notices ?? []
  const at = Math.max(
    0,
    lines.findIndex(line => line.notice.id === chosen),
  )
  const line = lines[at]
  const walk = (step: number): void => {
    const next = lines[Math.max(0, Math.min(lines.length - 1, at + step))]
    if (!next) return
    choose(next.notice.id)
    document.getElementById(`notice-${next.notice.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys([{ keys: ['J', 'K'], label: t('clients.keyWalk'), run: key => walk(key === 'J' ? 1 : -1) }])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Slow under />
  const { run, lastChange } = data
  const waiting = lines.filter(each => each.notice.state === 'queued').length
  return (
    <div className={lines.length === 0 ? 'none' : 'two'}>
      <div className="body" role="region" aria-label={t('suitability.tab.notices')} tabIndex={0}>
        {isFetching && <Slow under />}
        <div className="sums">
          <span>
            {t('notice.waiting')} <b className={waiting > 0 ? 'warn' : ''}>{f.int(waiting)}</b>
          </span>
          {run && (
            <span>
              {t('notice.judged', { count: run.holdings, n: f.int(run.holdings), at: f.dateTime(run.at) })}{' '}
              <span className="i3">{run.pack}</span>
            </span>
          )}
          {lastChange && (
            <span>
              {t('notice.changed', {
                at: f.dateTime(lastChange.at),
                count: lastChange.changed,
                n: f.int(lastChange.changed),
                worse: f.int(lastChange.worse),
                better: f.int(lastChange.better),
              })}{' '}
              <span className="i3">
                {Object.entries(lastChange.causes)
                  .map(([cause, n]) => `${t(`cause.${cause}`)} ${f.int(n)}`)
                  .join(t('common.listComma'))}
              </span>
            </span>
          )}
        </div>
        {lines.length === 0 ? (
          <div className="empty">
            <p>{t('notice.none')}</p>
            <p className="i3">{t('notice.when')}</p>
          </div>
        ) : (
          <table className="list">
            <colgroup>
              <col style={{ width: 96 }} />
              <col style={{ width: 200 }} />
              <col style={{ width: 72 }} />
              <col style={{ width: 112 }} />
              <col style={{ width: 112 }} />
              <col />
            </colgroup>
            <thead>
              <tr>
                <th>{t('notice.state')}</th>
                <th>{t('notice.client')}</th>
                <th className="r">{t('notice.holdings')}</th>
                <th className="r">{t('holdings.value')}</th>
                <th>{t('notice.since')}</th>
                <th>{t('notice.why')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ notice, clientName }, i) => (
                <tr
                  key={notice.id}
                  id={`notice-${notice.id}`}
                  className={i === at ? 'row sel' : 'row'}
                  onClick={() => choose(notice.id)}
                >
                  <td className={notice.state === 'queued' ? 'warn s' : 'i2'}>{t(`noticeState.${notice.state}`)}</td>
                  <td className="el" title={clientName}>
                    {clientName}
                  </td>
                  <td className="r">{f.int(notice.holdings.length)}</td>
                  <td className="r">{f.wan(notice.holdings.reduce((sum, each) => sum + each.value, 0))}</td>
                  <td>{f.dateTime(notice.madeAt)}</td>
                  <td className="i2 el">
                    {[...new Set(notice.holdings.flatMap(each => each.causes))]
                      .map(cause => t(`cause.${cause}`))
                      .join(t('common.listComma'))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {line && (
        <aside aria-label={t('notice.panel')} tabIndex={0}>
          <NoticePanel key={line.notice.id} line={line} />
        </aside>
      )}
    </div>
  )
}
