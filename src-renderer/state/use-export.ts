import { useState } from 'react'
import { useT } from '../i18n/i18n.ts'
import { useFailureText } from '../ui/failure.tsx'
import { tell } from './undo.ts'

type Done = { readonly path: string | null; readonly rows: number }

/** One export at a time: what it says when it is done, and what went wrong. */
export const useExport = (
  run: () => Promise<Done>,
  onClose: () => void,
  said: (done: Done & { readonly path: string }) => string,
): { readonly busy: boolean; readonly error: string | null; readonly save: () => void; readonly action: string } => {
  const t = useT()
  const failure = useFailureText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const work = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      const { path, rows } = await run()
      if (path === null) return
      onClose()
      tell(said({ path, rows }))
    } catch (reason) {
      setError(failure(reason))
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, save: () => void work(), action: t(busy ? 'export.busy' : 'export.save') }
}
