import type { ReactNode } from 'react'
import type { SyncProgress, SyncStatus } from '../../../src-main/contract/sync.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

/** Rows of every stream in the store, and what the running or last sync brought. */
export const StreamTable = ({
  progress,
  status,
}: {
  readonly progress: SyncProgress | null
  readonly status: SyncStatus
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const brought = (
    stream: string,
  ): { rows: number; rejects: number; state: 'streamDone' | 'streamKept' | 'streamOpen' } | null => {
    const parts = progress?.streams.filter(s => s.stream === stream) ?? []
    if (parts.length === 0) return null
    return {
      rows: parts.reduce((n, p) => n + p.rows, 0),
      rejects: parts.reduce((n, p) => n + p.rejects, 0),
      state: parts.every(p => p.done) ? 'streamDone' : parts.every(p => p.here) ? 'streamKept' : 'streamOpen',
    }
  }
  return (
    <table className="list">
      <thead>
        <tr>
          <th>{t('sync.stream')}</th>
          <th className="r">{t('sync.stored')}</th>
          <th className="r">{t('sync.brought')}</th>
          <th className="r">{t('sync.rejected')}</th>
          <th>{t('stopped.state')}</th>
        </tr>
      </thead>
      <tbody>
        {status.counts.map(count => {
          const now = brought(count.stream)
          return (
            <tr key={count.stream} className="row">
              <td>{t(`stream.${count.stream}`)}</td>
              <td className="r m">{f.int(count.rows)}</td>
              <td className="r i2">{now ? f.int(now.rows) : '—'}</td>
              <td className={now && now.rejects > 0 ? 'r warn s' : 'r i3'}>{now ? f.int(now.rejects) : '—'}</td>
              <td className="i2">
                {now ? t(`sync.${now.state}`) : status.lastSyncAt === null ? '—' : t('sync.streamKept')}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
