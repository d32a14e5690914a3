import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { node24, nodeModules } from './paths.mjs'
import { run } from './run.mjs'

const tool = (script, ...args) => [join(nodeModules, script), ...args]

/** Each with the command that repairs or shows more; they are independent of each other. */
const checks = {
  format: tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '--cache', '.'),
  lint: tool('oxlint/bin/oxlint', '--deny-warnings'),
  types: tool('typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'),
  'types of the domain': tool('typescript/bin/tsc', '-p', 'src-main/domain/tsconfig.json', '--noEmit'),
  architecture: tool('vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--project', 'architecture'),
  'dead code': tool('knip/bin/knip.js', '--no-progress'),
  duplicates: tool('jscpd/run-jscpd.js', '--config', '.jscpd.json', '.'),
}

/** @returns {Promise<{passed: number, failed: number}>} */
export async function runChecks() {
  const waiting = Object.entries(checks)
  const result = { passed: 0, failed: 0 }
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, args] = next
      const { code, output, seconds } = await run(node24(), args, { timeoutSeconds: 300 })
      result[code === 0 ? 'passed' : 'failed']++
      process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)\n`)
      if (code !== 0) process.stdout.write(`${output.trim().replaceAll(/^/gm, '     ')}\n`)
    }
  }
  await Promise.all(Array.from({ length: Math.min(3, availableParallelism()) }, worker))
  return result
}
