import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { useApi } from '../state/queries.tsx'
import { useIsOpen } from './use-session.ts'
import { windowName } from './window-name.ts'

/** Keeps the screen and tab of this window inside the book, for the next start. */
export const useKeepRoute = (): void => {
  const api = useApi()
  const open = useIsOpen()
  const { pathname } = useLocation()
  useEffect(() => {
    if (!open || pathname === '/') return
    // a route that is not kept only means that the next start begins elsewhere
    api.windows.keep({ name: windowName, route: pathname }).catch(() => undefined)
  }, [api, open, pathname])
}
