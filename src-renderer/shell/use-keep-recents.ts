import { useEffect, useState } from 'react'
import { useApi } from '../state/queries.tsx'
import { recents, takeUp } from '../state/recents.ts'
import { useSession } from './use-session.ts'

/** Keeps the clients that were opened last inside the book: a restart and an unlock bring them back. */
export const useKeepRecents = (): void => {
  const api = useApi()
  const { data } = useSession()
  const opening = data?.kind === 'open' ? data.opening : 0
  const list = recents.use()
  const [loaded, setLoaded] = useState(false)
  useEffect(() => {
    if (opening === 0) return
    // a list that cannot be read only means that it begins anew
    api.windows
      .recents({})
      .then(takeUp)
      .catch(() => undefined)
      .finally(() => setLoaded(true))
    return () => setLoaded(false)
  }, [api, opening])
  useEffect(() => {
    // emptied by a lock it is forgotten on the screen only
    if (loaded && list.length > 0) api.windows.keepRecents([...list]).catch(() => undefined)
  }, [api, loaded, list])
}
