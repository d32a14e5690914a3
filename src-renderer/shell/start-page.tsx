import type { ReactNode } from 'react'
import { Navigate } from 'react-router'
import type { Client } from '../api.ts'
import { queryClient, useAsk } from '../state/queries.tsx'
import { useSession } from './use-session.ts'
import { windowName } from './window-name.ts'

const KEY = ['route']
const ask = (api: Client): Promise<{ readonly route: string | null }> => api.windows.route({ name: windowName })

const orMatrix = (route: string | null | undefined): string => (route && route !== '/' ? route : '/matrix')

/** Goes there before anything is drawn, which needs the answer at once. */
export const goToStart = async (api: Client, go: (path: string) => Promise<void>): Promise<void> => {
  const { route } = await queryClient.fetchQuery({ queryKey: KEY, queryFn: () => ask(api) })
  await go(orMatrix(route))
}

/** Where this window stood the last time; the matrix at first. */
export const StartPage = (): ReactNode => {
  const { data: session } = useSession()
  const open = session?.kind === 'open'
  const { data, isError } = useAsk(KEY, ask, open)
  if (session === undefined || (open && data === undefined && !isError)) return null
  const route = open ? data?.route : null
  return <Navigate to={orMatrix(route)} replace />
}
