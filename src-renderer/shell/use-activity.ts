import { useEffect } from 'react'
import { useApi } from '../state/queries.tsx'

const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
/** The engine counts in minutes: it need not hear of every movement. */
const PAUSE = 10_000

/** Tells the engine that somebody is at this window; what hears nothing of any window locks the book. */
export const useActivity = (): void => {
  const api = useApi()
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY
    const tell = (): void => {
      if (performance.now() - last < PAUSE) return
      last = performance.now()
      void api.session.active({}).catch(() => undefined)
    }
    for (const name of events) window.addEventListener(name, tell, { capture: true, passive: true })
    return () => {
      for (const name of events) window.removeEventListener(name, tell, { capture: true })
    }
  }, [api])
}
