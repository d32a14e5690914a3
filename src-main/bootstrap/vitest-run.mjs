import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node24, nodeModules, projectRoot } from './paths.mjs'
import { endLeftovers, run } from './run.mjs'

/**
 * Runs one project of test/vitest.config.ts and counts its tests.
 * @returns {Promise<{passed: number, failed: number, skipped: number, seconds: number}>}
 */
export async function runVitest(project, { env = {}, timeoutSeconds = 1800, filters = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-test-'))
  const report = join(folder, 'report.json')
  const args = [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
  ]
  const result = await run(
    node24(),
    [join(nodeModules, 'vitest', 'vitest.mjs'), ...args, '--reporter=json', `--outputFile.json=${report}`, ...filters],
    { env, timeoutSeconds, show: true },
  )
  const counts = count(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined)
  rmSync(folder, { recursive: true, force: true })
  if (result.timedOut) process.stdout.write(`${project}: stopped after ${timeoutSeconds} s\n`)
  // a crash, a time-out or an unhandled error outside of every test counts as well
  if (result.code !== 0 && counts.failed === 0) counts.failed = 1
  const left = endLeftovers()
  for (const commandLine of left)
    process.stdout.write(`${project}: had left a process running, ended now: ${commandLine}\n`)
  return { ...counts, seconds: result.seconds }
}

function count(report) {
  if (report === undefined) return { passed: 0, failed: 0, skipped: 0 }
  const unreadable = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  for (const file of unreadable) process.stdout.write(`could not be loaded: ${file.name.replace(projectRoot, '.')}\n`)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unreadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
