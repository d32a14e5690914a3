import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { endLeftovers, isAlive, run } from '../../../src-main/bootstrap/run.mjs'

const node = process.execPath

/** A script that starts a process with a session of its own, as browsers and databases do, and tells its number. */
const startsDaemon = `
  const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' })
  child.unref()
  console.log(child.pid)
`

const isGone = (pid: number): boolean => {
  if (!isAlive(pid)) return true
  return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
}

describe('running a command', () => {
  it('keeps output, exit code and Chinese text', async () => {
    const result = await run(node, ['-e', "console.log('甲乙'); console.error('wrong'); process.exit(3)"])
    expect(result).toMatchObject({ code: 3, stdout: '甲乙\n', timedOut: false })
    expect(result.output).toContain('wrong')
  })

  it('answers 127 and the reason when there is no such command', async () => {
    const result = await run('there-is-no-such-command', [])
    expect(result.code).toBe(127)
    expect(result.output).toContain('ENOENT')
  })

  it.runIf(process.platform === 'linux')('ends what takes too long, with everything that it has started', async () => {
    const result = await run(node, ['-e', `${startsDaemon}; setInterval(() => {}, 1000)`], { timeoutSeconds: 1 })
    expect(result).toMatchObject({ code: 124, timedOut: true })
    await expect.poll(() => isGone(Number(result.stdout)), { timeout: 5000 }).toBe(true)
  })

  it.runIf(process.platform === 'linux')('finds what was left behind', async () => {
    const result = await run(node, ['-e', startsDaemon])
    expect(endLeftovers()).toHaveLength(1)
    await expect.poll(() => isGone(Number(result.stdout)), { timeout: 5000 }).toBe(true)
  })
})
