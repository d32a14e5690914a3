import { useState } from 'react'
import { tell } from '../../state/undo.ts'
import { useFailureText } from '../../ui/failure.tsx'

/** Runs one act at a time; what goes wrong is told in the status bar, what went well as the caller says. */
export const useActs = (): {
  readonly busy: boolean
  readonly act: (work: () => Promise<unknown>, done?: string) => void
} => {
  const failure = useFailureText()
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<unknown>, done?: string): Promise<void> => {
    setBusy(true)
    try {
      await work()
      if (done !== undefined) tell(done)
    } catch (error) {
      tell(failure(error))
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    act: (work, done) => {
      if (!busy) void run(work, done)
    },
  }
}
