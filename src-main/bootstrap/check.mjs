import { runChecks } from './checks.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { stopChildrenOnSignals } from './run.mjs'
import { fail } from './say.mjs'

stopChildrenOnSignals()
try {
  await ensureDependencies()
  const { passed, failed } = await runChecks()
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
} catch (error) {
  fail(error)
}
