import { ensureBuilt } from './build.mjs'
import { runChecks } from './checks.mjs'
import { startVirtualDisplay } from './display.mjs'
import { stopChildrenOnSignals } from './run.mjs'
import { SetUpError } from './say.mjs'
import { setUp } from './set-up.mjs'
import { runVitest } from './vitest-run.mjs'

const projects = ['unit', 'contract', 'integration', 'regression', 'e2e']
const total = { passed: 0, failed: 0, skipped: 0 }
const durations = []

const wanted = process.argv.slice(2)
const unknown = wanted.find(name => name !== 'check' && !projects.includes(name))
if (unknown !== undefined) {
  process.stderr.write(`unknown part "${unknown}"; there are: check ${projects.join(' ')}\n`)
  process.exit(2)
}
const isWanted = name => wanted.length === 0 || wanted.includes(name)

stopChildrenOnSignals()
try {
  const { electron } = await timed('set-up', () => setUp({ tests: true }))
  const env = { ADVISOR_ELECTRON: electron, ELECTRON_EXEC_PATH: electron }
  if (isWanted('check')) add(await timed('check', runChecks))
  const needsBuild = ['contract', 'integration', 'regression', 'e2e'].some(isWanted)
  if (needsBuild) await timed('build', ensureBuilt)
  for (const project of projects.filter(isWanted)) {
    const screens = []
    for (let n = project === 'unit' ? 0 : project === 'e2e' ? 2 : 1; n > 0; n--)
      screens.push(await startVirtualDisplay())
    const names = screens.map(screen => screen.display)
    const screenEnv = names.length > 0 ? { DISPLAY: names[0], ADVISOR_DISPLAYS: names.join(), WAYLAND_DISPLAY: '' } : {}
    add(await timed(project, () => runVitest(project, { env: { ...env, ...screenEnv } })))
    for (const screen of screens) screen.stop()
  }
} catch (error) {
  total.failed++
  process.stdout.write(`STOPPED: ${error instanceof SetUpError ? error.message : error.stack}\n`)
}
process.stdout.write(`\n${durations.join('\n')}\n\n`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exitCode = total.failed === 0 ? 0 : 1

function add(counts) {
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped ?? 0
}

async function timed(name, work) {
  process.stdout.write(`\n== ${name}\n`)
  const started = performance.now()
  try {
    return await work()
  } finally {
    durations.push(`${name.padEnd(12)} ${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s`)
  }
}
