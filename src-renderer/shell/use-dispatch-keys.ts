import { useEffect } from 'react'
import { dispatchKey } from '../state/keys.ts'

export const useDispatchKeys = (): void =>
  useEffect(() => {
    window.addEventListener('keydown', dispatchKey)
    return () => window.removeEventListener('keydown', dispatchKey)
  }, [])
