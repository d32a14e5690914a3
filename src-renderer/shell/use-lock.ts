import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useT } from '../i18n/i18n.ts'
import { useApi } from '../state/queries.tsx'
import { tell } from '../state/undo.ts'
import { useFailureText } from '../ui/failure.tsx'
import { useSession } from './use-session.ts'

/** Locks at once and forgets what was on screen; without a passcode it says where to set one. */
export const useLock = (): (() => void) => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const go = useNavigate()
  const failure = useFailureText()
  const { data: session } = useSession()
  return () => {
    if (session?.kind !== 'open') return
    if (!session.passcode) {
      tell(t('shell.noPasscode'))
      void go('/settings')
      return
    }
    api.session.lock({}).then(
      state => {
        queries.setQueryData(['session'], state)
      },
      (error: unknown) => tell(failure(error)),
    )
  }
}
