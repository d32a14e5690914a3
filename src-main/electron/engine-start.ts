import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// compiled code of the program itself, nothing of the book: the next start need not compile it again
enableCompileCache(join(process.argv.at(-4) ?? '.', 'window', 'code'))
await import('./engine-process.ts')
