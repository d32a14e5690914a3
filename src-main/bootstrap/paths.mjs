import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export const projectRoot = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..')
export const nodeModules = join(projectRoot, 'node_modules')

/** Large downloads live outside the tree, so that a fresh clone on the same machine finds them again. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'advisor-workstation')

/** The executable of a package in node_modules/.bin. */
export const binary = name => join(nodeModules, '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

/** Node 24 from the `node` package once it is installed; before that the Node which runs this script. */
export function node24() {
  const installed = join(nodeModules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(installed) ? installed : process.execPath
}
