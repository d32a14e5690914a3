import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24, nodeModules, projectRoot } from './paths.mjs'
import { run } from './run.mjs'
import { SetUpError, say } from './say.mjs'

const inputs = [
  'src-main',
  'src-renderer',
  'resources',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.json',
]
const stampFile = join(projectRoot, 'out', '.built-from')
const products = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

function* filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return
  if (!found.isDirectory()) yield `${path} ${found.size} ${found.mtimeMs}`
  else for (const name of readdirSync(path).toSorted()) yield* filesOf(join(path, name))
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const path of [...inputs, ...products])
    for (const line of filesOf(join(projectRoot, path))) hash.update(`${line}\n`)
  return hash.digest('hex')
}

/** Builds main, preload and renderer when a source or a product has changed since the last complete build. */
export async function ensureBuilt() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint()) return
  say('building the application')
  const script = join(nodeModules, 'electron-vite', 'bin', 'electron-vite.js')
  const result = await run(node24(), [script, 'build'], { timeoutSeconds: 300 })
  const missing = products.find(product => !existsSync(join(projectRoot, product)))
  if (result.code !== 0 || missing)
    throw new SetUpError(
      `the application cannot be built${missing ? ` (${missing} is missing)` : ''}.\n${result.output.trim().slice(-3000)}`,
    )
  writeFileSync(stampFile, fingerprint())
  say(`the application is built (${result.seconds.toFixed(0)} s)`)
}
