import { useQueryClient } from '@tanstack/react-query'
import { useT } from '../i18n/i18n.ts'
import { useApi } from '../state/queries.tsx'
import { tell } from '../state/undo.ts'
import { useFailureText } from '../ui/failure.tsx'
import { useProgress } from './use-session.ts'

export type RunSync = { readonly running: boolean; readonly start: () => void; readonly cancel: () => void }

/** Runs a sync and puts its progress where every part of the window reads it. */
export const useRunSync = (): RunSync => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const running = useProgress()?.state === 'running'
  const follow = async (): Promise<void> => {
    try {
      for await (const progress of await api.sync.run({})) queries.setQueryData(['progress'], progress)
    } catch (error) {
      tell(failure(error))
    }
    await queries.invalidateQueries({ queryKey: ['sync'] })
  }
  return {
    running,
    start: () => {
      if (running) tell(t('sync.already'))
      else void follow()
    },
    cancel: () => void api.sync.cancel({}).catch((error: unknown) => tell(failure(error))),
  }
}
