import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { startQuickly } from './code-flags.ts'

const home = process.argv.at(-4) ?? '.'
startQuickly(home)
// compiled code of the program itself, nothing of the book: the next start need not compile it again
enableCompileCache(join(home, 'window', 'code'))
await import('./no-uploads.ts')
await import('./engine-process.ts')
