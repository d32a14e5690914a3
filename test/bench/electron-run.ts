import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright'
import { electronExecutable } from '../helpers/electron-app.ts'
import { projectRoot } from '../helpers/project-root.ts'

export interface ElectronRun extends AsyncDisposable {
  readonly page: Page
  /** Milliseconds since the epoch at which the process was asked for. */
  readonly begun: number
  readonly pid: number
}

const listening = /DevTools listening on (ws:\S+)/

const debuggerOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = listening.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('exit', code => reject(new Error(`electron ended with ${code}:\n${said.slice(-2000)}`)))
  })

const firstPage = async (browser: Browser): Promise<Page> => {
  for (;;) {
    const page = browser.contexts().flatMap(context => context.pages())[0]
    if (page !== undefined) return page
    await delay(20)
  }
}

const QUIET_MS = 300
const QUIET_TICKS = 2

/** Hundredths of a second that a process and all that it started have worked. */
const ticksOf = (pid: number): number =>
  processTree(pid)
    .flatMap(each => {
      try {
        return readFileSync(`/proc/${each}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? []
      } catch {
        // it has ended since the table was read
        return []
      }
    })
    .reduce((sum, ticks) => sum + Number(ticks), 0)

/** Waits until the program has nothing more to do. */
export const atRest = async (pid: number): Promise<void> => {
  for (let before = -Infinity, now = 0; now - before > QUIET_TICKS; await delay(QUIET_MS)) {
    before = now
    now = ticksOf(pid)
  }
}

/**
 * Starts Electron without a driver in its way; the driver joins through the debugging port once it is up, or, since joining takes a
 * tenth of a second of work from two cores, once the program has come to rest.
 */
export async function startElectron(entry: string, home: string, joins: 'up' | 'at rest' = 'up'): Promise<ElectronRun> {
  if (!existsSync(join(projectRoot, 'out', 'main', 'main.js'))) throw new Error('run npm run build first')
  const root = process.platform === 'linux' && process.getuid?.() === 0
  // asked before the clock starts: without a path handed over, the set-up is a program that runs first
  const executable = electronExecutable()
  const begun = performance.timeOrigin + performance.now()
  const child = spawn(
    executable,
    [
      entry,
      ...(root ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--remote-debugging-port=0',
      `--user-data-dir=${join(home, 'window')}`,
    ],
    { env: { ...process.env, ADVISOR_HOME: home, ADVISOR_DEMO: '1' }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const address = await debuggerOf(child)
  if (joins === 'at rest') await atRest(child.pid ?? 0)
  const browser = await chromium.connectOverCDP(address)
  const page = await firstPage(browser)
  return {
    page,
    begun,
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      const ended = new Promise(resolve => child.once('exit', resolve))
      // by the button of our own frame, where the window has one
      await page.evaluate(() => (window.desk ?? window).close()).catch(() => undefined)
      const slow = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(slow)
      await browser.close().catch(() => undefined)
    },
  }
}

/** Instant of a mark of the page, in milliseconds since the epoch. */
export const markedAt = async (page: Page, name: string): Promise<number> => {
  const at = await page.waitForFunction(
    mark => {
      const entry = performance.getEntriesByName(mark)[0]
      return entry === undefined ? null : performance.timeOrigin + entry.startTime
    },
    name,
    { polling: 50, timeout: 120_000 },
  )
  return Number(await at.jsonValue())
}

/** A process and all that it started, by the system's own table. */
export const processTree = (pid: number): readonly number[] => {
  const parents = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]
        return [{ pid: Number(name), parent: Number(parent) }]
      } catch {
        return []
      }
    })
  const below = (of: number): number[] => [of, ...parents.filter(p => p.parent === of).flatMap(p => below(p.pid))]
  return below(pid)
}
