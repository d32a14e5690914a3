import type { ReactNode } from 'react'
import type { SyncProgress, SyncStatus } from '../../../src-main/contract/sync.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

const tiers = [5, 4, 3, 2, 1] as const

/** How far each tier has come: parts that are here of the parts that it has. */
export const Arrival = ({
  progress,
  status,
}: {
  readonly progress: SyncProgress | null
  readonly status: SyncStatus
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const partsOf = (tier: number): { readonly done: number; readonly all: number; readonly isKept: boolean } => {
    const parts = progress?.streams.filter(s => s.tier === tier) ?? []
    return {
      done: parts.filter(s => s.done).length,
      all: parts.length,
      isKept: parts.length > 0 && parts.every(s => s.here),
    }
  }
  return (
    <section className="sec">
      <h2>{t('stopped.arrival')}</h2>
      <table className="sy-tiers">
        <thead>
          <tr>
            <th>{t('matrix.tier')}</th>
            <th aria-label={t('sync.parts')} />
            <th className="r">{t('matrix.clients')}</th>
            <th className="r">{t('stopped.state')}</th>
          </tr>
        </thead>
        <tbody>
          {tiers.map(tier => {
            const { done, all, isKept } = partsOf(tier)
            const isWhole = all === 0 ? status.lastSyncAt !== null : done === all
            const state = isWhole ? 'whole' : isKept ? 'kept' : done === 0 ? 'missing' : 'partial'
            const isStopped = state === 'partial' && progress?.state !== 'running'
            return (
              <tr key={tier}>
                <td>
                  {tier} {t(`tierName.${tier}`)}
                </td>
                <td>
                  <span className="sy-bar">
                    <i
                      className={isStopped ? 'warn' : ''}
                      style={{ width: `${isWhole || isKept ? 100 : (100 * done) / Math.max(1, all)}%` }}
                    />
                  </span>
                </td>
                <td className="r">{f.int(status.tiers.find(x => x.tier === tier)?.clients ?? 0)}</td>
                <td className={`r ${isStopped ? 'warn s' : state === 'missing' ? 'i3' : ''}`}>
                  {state === 'partial' && !isStopped ? t('sync.partsOf', { done, all }) : t(`stopped.${state}`)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
