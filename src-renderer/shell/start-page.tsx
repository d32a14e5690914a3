import type { ReactNode } from 'react'
import { Navigate } from 'react-router'
import { useAsk } from '../state/queries.tsx'
import { useSession } from './use-session.ts'
import { windowName } from './window-name.ts'

/** Where this window stood the last time; the matrix at first. */
export const StartPage = (): ReactNode => {
  const { data: session } = useSession()
  const open = session?.kind === 'open'
  const { data, isError } = useAsk(['route'], api => api.windows.route({ name: windowName }), open)
  if (session === undefined || (open && data === undefined && !isError)) return null
  const route = open ? data?.route : null
  return <Navigate to={route && route !== '/' ? route : '/matrix'} replace />
}
