import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { hasSmallBook, SPARING } from './small-book.ts'

/** The first screen is answered by then. */
const STARTED_MS = 1000

const home = process.argv.at(-4) ?? '.'
// The flags of the windows do not reach this process. Given from its first moment on, this one makes the way to the first answers a
// tenth longer (508 ms of CPU instead of 458, the shortest of six runs each beside other work), so it comes when they are given,
// although Node promises nothing for a flag that is set while a program runs.
if (hasSmallBook(home)) setTimeout(() => setFlagsFromString(SPARING), STARTED_MS)
// compiled code of the program itself, nothing of the book: the next start need not compile it again
enableCompileCache(join(home, 'window', 'code'))
await import('./no-uploads.ts')
await import('./engine-process.ts')
