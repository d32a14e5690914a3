import type { Clock } from '../ports/clock.ts'
import type { Workspace } from './workspace.ts'

/** Long enough for the first screen to be answered. */
const FIRST = 1200
/** Lets questions that came meanwhile go first. */
const BETWEEN = 60

/** Computes after the first screen what the next ones will ask for; stops without a word when the book is closed. */
export const warmUp = async (workspace: Workspace, clock: Clock, signal: AbortSignal): Promise<void> => {
  const steps = [
    () => workspace.book(),
    () => workspace.market(),
    () => workspace.standing(),
    () => workspace.history(),
  ]
  try {
    await clock.wait(FIRST, signal)
    for (const step of steps) {
      step()
      await clock.wait(BETWEEN, signal)
    }
  } catch (error) {
    // closed meanwhile; a fault of the book itself is told to whoever asks for it
    if (!signal.aborted) throw error
  }
}
