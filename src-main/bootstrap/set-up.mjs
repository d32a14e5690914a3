import { delimiter, join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { hasDisplay } from './display.mjs'
import { ensureElectron } from './electron-binary.mjs'
import { nodeModules } from './paths.mjs'
import { SetUpError, say } from './say.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/** Everything between a fresh clone and a program that runs; quick when it has been done before. */
export async function setUp({ tests = false } = {}) {
  const started = performance.now()
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new SetUpError(`Node ${process.versions.node} is too old: install Node 20 or newer.`)
  const display = hasDisplay()
  await ensureSystemPackages({ display: display && !tests, tests })
  await ensureDependencies()
  const electron = await ensureElectron()
  // from here on everything runs with Node 24 and the tools of the project
  process.env.PATH = `${join(nodeModules, '.bin')}${delimiter}${process.env.PATH ?? ''}`
  say(`ready after ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return { electron, display }
}
