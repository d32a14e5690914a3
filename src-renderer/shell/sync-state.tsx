import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { useT } from '../i18n/i18n.ts'
import { useFormat } from '../ui/format.ts'
import { useProgress, useSession, useSyncStatus } from './use-session.ts'

const say = (dot: string, text: string, warn = false): ReactNode => (
  <NavLink to="/sync" className={warn ? 'warn m' : ''} aria-live="polite">
    <i className={`dot ${dot}`} />
    {text}
  </NavLink>
)

/** Dot and words: full = done, half = running, hollow = offline or not enrolled, brown diamond = stopped. */
export const SyncState = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { data: session } = useSession()
  const open = session?.kind === 'open'
  const { data: status } = useSyncStatus()
  const progress = useProgress()
  // Not known yet is not the same as not enrolled.
  if (session === undefined || (open && !status)) return null
  if (!open || !status || (!status.enrolled && !status.lastSyncAt)) return say('off', t('sync.notEnrolled'))
  if (progress?.state === 'running') {
    const done = progress.streams.filter(s => s.done).length
    const tier = progress.tierReady > 1 ? t('sync.tierNow', { tier: Math.min(5, progress.tierReady - 1) }) : ''
    return say('half', `${t('sync.running', { rows: f.int(progress.rows), done })} ${tier}`.trim())
  }
  if (progress?.state === 'stopped') return say('bad', t('sync.stoppedShort'), true)
  if (!status.lastSyncAt) return say('off', t('sync.never'))
  return say('', t('sync.doneAt', { time: f.time(status.lastSyncAt) }))
}
