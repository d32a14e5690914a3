import { useEffect } from 'react'
import { useApi } from '../state/queries.tsx'

/** Tells the engine when the computer has a network again; whether there is anything to sync is the engine's business. */
export const useNetworkBack = (): void => {
  const api = useApi()
  useEffect(() => {
    // an engine that is being restarted asks head office anyway
    const tell = (): void => void api.sync.networkBack({}).catch(() => undefined)
    window.addEventListener('online', tell)
    return () => window.removeEventListener('online', tell)
  }, [api])
}
