import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { SessionState } from '../../src-main/contract/session.ts'
import type { Settings } from '../../src-main/contract/settings.ts'
import type { SyncProgress, SyncStatus } from '../../src-main/contract/sync.ts'
import { useAsk } from '../state/queries.tsx'

export const useSession = (): UseQueryResult<SessionState> => useAsk(['session'], api => api.session.state({}))

export const useIsOpen = (): boolean => useSession().data?.kind === 'open'

export const useSettings = (): UseQueryResult<Settings> =>
  useAsk(['settings'], api => api.settings.get({}), useIsOpen())

export const useSyncStatus = (): UseQueryResult<SyncStatus> =>
  useAsk(['sync', 'status'], api => api.sync.status({}), useIsOpen())

/** Newest progress: what the events said last, else what the status carried. */
export const useProgress = (): SyncProgress | null => {
  const status = useSyncStatus().data
  const heard = useQuery<SyncProgress | null>({ queryKey: ['progress'], queryFn: () => null, enabled: false }).data
  return heard ?? status?.progress ?? null
}
