import { setFlagsFromString } from 'node:v8'
import { hasSmallBook } from './small-book.ts'

/** V8's own name for collecting garbage early and keeping little room ahead. */
const SPARING = '--optimize-for-size'

/** Left alone, young objects take 64 MB in each process, and keep them. */
const SMALL_YOUNG = ['--min-semi-space-size=4', '--max-semi-space-size=4']

/** Left alone, three threads mark old objects at a time, and on two cores the window waits for them while a sync takes the rest. */
const ONE_MARKER = '--concurrent-marking-max-worker-num=1'

/** Flags of V8 in the processes of the windows. */
export const windowFlags = (home: string): string =>
  [...(hasSmallBook(home) ? [SPARING] : []), ...SMALL_YOUNG, ONE_MARKER].join(' ')

/** The first screen is answered by then. */
const STARTED_MS = 1000

/** Young objects are swept seldom, old ones not at all, and no code is optimised: there is not enough of either to be worth it. */
const whileStarting = ['--semi-space-growth-factor=16', '--no-incremental-marking', '--no-maglev', '--no-turbofan']
const afterwards = ['--semi-space-growth-factor=2', '--incremental-marking', '--maglev', '--turbofan']

/**
 * The flags of the engine, which those of the windows do not reach: on two cores its start waits for every thread beside it. Node
 * promises nothing for a flag that is set while a program runs; V8 asks for each of these when it is about to use it.
 */
export const startQuickly = (home: string): void => {
  whileStarting.forEach(setFlagsFromString)
  const later = hasSmallBook(home) ? [...afterwards, SPARING] : afterwards
  setTimeout(() => later.forEach(setFlagsFromString), STARTED_MS)
}
