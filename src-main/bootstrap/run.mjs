import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { projectRoot } from './paths.mjs'

const posix = process.platform !== 'win32'
const running = new Set()
const marker = `ADVISOR_RUN_ID=${process.pid}-${Date.now()}`
const [markerName, markerValue] = marker.split('=')

/**
 * Runs a command in a process group of its own and waits for it.
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutSeconds?: number, show?: boolean, started?: (pid: number) => void}} options
 *   show: pass the output on while it comes (it is collected in any case)
 * @returns {Promise<{code: number, output: string, stdout: string, timedOut: boolean, seconds: number}>}
 */
export async function run(command, args, options = {}) {
  const started = performance.now()
  const child = spawn(command, args, {
    cwd: options.cwd ?? projectRoot,
    env: { ...process.env, ...options.env, [markerName]: markerValue },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: posix,
    windowsHide: true,
  })
  running.add(child)
  if (child.pid !== undefined) options.started?.(child.pid)
  let output = ''
  let stdout = ''
  const collect = (stream, target) => text => {
    output += text
    if (stream === child.stdout) stdout += text
    if (options.show) target.write(text)
  }
  child.stdout.setEncoding('utf8').on('data', collect(child.stdout, process.stdout))
  child.stderr.setEncoding('utf8').on('data', collect(child.stderr, process.stderr))
  let timedOut = false
  const timer = options.timeoutSeconds
    ? setTimeout(() => {
        timedOut = true
        void stop(child)
      }, options.timeoutSeconds * 1000)
    : undefined
  const code = await new Promise(resolve => {
    let problem
    child.on('error', error => {
      problem = error
      output += `${error.message}\n`
      if (child.pid === undefined) resolve(127)
    })
    // 'exit' and not 'close': a grandchild that keeps the pipe open must not hold us up for ever
    child.on('exit', exitCode => setTimeout(() => resolve(problem ? 127 : (exitCode ?? 1)), 50))
  })
  clearTimeout(timer)
  running.delete(child)
  return { code: timedOut ? 124 : code, output, stdout, timedOut, seconds: (performance.now() - started) / 1000 }
}

function signalGroup(child, signal) {
  try {
    if (posix) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

async function stop(child) {
  signalGroup(child, 'SIGTERM')
  for (let waited = 0; waited < 30 && child.exitCode === null && child.signalCode === null; waited++) await delay(100)
  signalGroup(child, 'SIGKILL')
  endLeftovers()
}

/**
 * Ends every process started by this run that has left its group (browsers and databases make their own).
 * @returns {string[]} the command lines of what had been left behind
 */
export function endLeftovers() {
  if (process.platform !== 'linux') return []
  const ended = []
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue
    try {
      if (!readFileSync(`/proc/${entry}/environ`, 'latin1').split('\0').includes(marker)) continue
      const commandLine = readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      process.kill(Number(entry), 'SIGKILL')
      if (commandLine) ended.push(commandLine.slice(0, 120))
    } catch {
      // the process has ended meanwhile, or belongs to somebody else
    }
  }
  return ended
}

/** Ends all children when the user or a supervisor stops this script, so that nothing is left behind. */
export function stopChildrenOnSignals() {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ]) {
    process.once(signal, async () => {
      await Promise.all([...running].map(stop))
      endLeftovers()
      process.exit(128 + number)
    })
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
