import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { useProgress, useSyncStatus } from '../../shell/use-session.ts'
import { useAsk } from '../../state/queries.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'

const tiers = [5, 4, 3, 2, 1] as const

/** The last sync in one glance: what came for each tier, what was refused, what waits to go out. */
export const SyncPart = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const status = useSyncStatus().data
  const progress = useProgress() ?? status?.progress
  const cells = useAsk(['matrix', 'view'], api => api.matrix.view({})).data
  const waiting = useAsk(['sync', 'outbox'], api => api.sync.outbox({})).data?.filter(e => e.state === 'waiting') ?? []
  if (!status) return null
  /** The last sync was of this session, so that its course is known. */
  const known = (progress?.streams.length ?? 0) > 0
  const came = (tier: number): number =>
    progress?.streams.filter(s => s.tier === tier).reduce((sum, s) => sum + s.rows, 0) ?? 0
  const kinds = [...Map.groupBy(waiting, e => e.kind)].map(
    ([kind, all]) => `${t(`outboxKind.${kind}`)} ${f.int(all.length)}`,
  )
  return (
    <div className="sec">
      <h2>
        {t('screen.sync')}
        <small>
          {status.lastSyncAt
            ? known
              ? t('today.synced', { time: f.time(status.lastSyncAt), seconds: f.int(progress?.seconds ?? null) })
              : f.dateTime(status.lastSyncAt)
            : t('today.neverSynced')}
        </small>
        <span className="rt">
          <LinkButton keyHint="F5" quiet onClick={() => void go('/sync')}>
            {t('screen.sync')}
          </LinkButton>
        </span>
      </h2>
      <div className="rows sy">
        {tiers.map(tier => {
          const name = cells?.tiers.find(each => each.tier === tier)?.name
          const count = cells?.cells.filter(c => c.tier === tier).reduce((sum, c) => sum + c.count, 0) ?? null
          return (
            <Fragment key={tier}>
              <span>
                {tier} {name ? (f.locale === 'en' ? name.en : name.zh) : ''}
              </span>
              <span className="i2">
                {known
                  ? t('today.tierCame', { count: count, n: f.int(count), rows: f.int(came(tier)) })
                  : t('matrix.count', { n: f.int(count) })}
              </span>
            </Fragment>
          )
        })}
        <span>{t('today.refused')}</span>
        <span className={status.rejects > 0 ? 'warn s' : 'i2'}>
          {status.rejects > 0
            ? t('today.refusedRows', { count: status.rejects, n: f.int(status.rejects) })
            : t('today.none0')}
        </span>
        <span>{t('outbox.title')}</span>
        <span className="i2">{kinds.length > 0 ? kinds.join(t('common.comma')) : t('today.none0')}</span>
      </div>
    </div>
  )
}
