import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useProgress, useSyncStatus } from '../../shell/use-session.ts'
import { arrivalOf } from '../matrix/arrival.ts'

/** After a first sync that stopped half-way: what a screen shows is of those who have arrived. */
export const PartialNote = (): ReactNode => {
  const t = useT()
  const progress = useProgress()
  const status = useSyncStatus().data
  if (!arrivalOf(progress, status?.lastSyncAt === null).partial) return null
  return <span className="warn">{t('sync.partialNote')}</span>
}
