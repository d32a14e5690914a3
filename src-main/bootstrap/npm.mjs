import { dirname, join } from 'node:path'
import { existsSync } from 'node:fs'
import { run } from './run.mjs'

/** npm's own client decides about registry, proxy and credentials; a dead network gives up after seconds, not minutes. */
const quick = ['--no-audit', '--no-fund', '--no-update-notifier', '--fetch-retries=1', '--fetch-retry-mintimeout=1000']

export function npm(args, options = {}) {
  const script = process.env.npm_execpath
  if (script && /npm-cli\.c?js$/.test(script)) return run(process.execPath, [script, ...args, ...quick], options)
  const besideNode = join(dirname(process.execPath), 'npm')
  return run(process.platform !== 'win32' && existsSync(besideNode) ? besideNode : 'npm', [...args, ...quick], options)
}
