import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { copyDemoHome } from '../helpers/demo-home.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { machine, median, type BenchResult } from './bench-result.ts'
import { markedAt, startElectron } from './electron-run.ts'

/** What stands on a screen once its data is there. */
const screens = {
  '/today': '.page h1',
  '/matrix': '[role=gridcell].cell:not(.part)',
  '/clients': '.ag-row',
  '/funds': '.ag-row',
  '/products': '.page h1',
  '/reports': '.page h1',
  '/sync': 'tbody tr',
  '/settings': '.set-row',
} as const
type Path = keyof typeof screens
const paths = Object.keys(screens) as Path[]

/** Click on a screen's name to the frame that shows it with its data, in milliseconds; after `patience` it is left as it is. */
const click = (page: Page, path: Path, patience = Infinity): Promise<number> =>
  page.evaluate(
    ([to, there, patient]) =>
      new Promise<number>((resolve, reject) => {
        const link = document.querySelector<HTMLElement>(`.nav a[href="#${to}"]`)
        if (!link) return reject(new Error(`no way to ${to}`))
        const begun = performance.now()
        const look = (): void => {
          const main = document.querySelector(`main[data-path="${to}"]`)
          const done = main?.querySelector(there) && !main.querySelector('.load')
          const waited = performance.now() - begun
          if (waited > 20_000) reject(new Error(`${to} did not come`))
          // the frame's callback runs before its paint, the task after it follows the paint
          else if (done || (main && waited > patient)) setTimeout(() => resolve(performance.now() - begun))
          else requestAnimationFrame(look)
        }
        link.click()
        requestAnimationFrame(look)
      }),
    [path, screens[path], patience] as const,
  )

const watchLongTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const found: number[] = []
    Object.assign(globalThis, { longTasks: found })
    new PerformanceObserver(list => found.push(...list.getEntries().map(entry => entry.duration))).observe({
      type: 'longtask',
    })
  })

const longTasks = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks)

const LIMIT = 150
const LONGEST = 100
/** Milliseconds on a screen whose rows are still on their way. */
const PATIENCE = 1000

/** Every screen in turn, again and again, until the first sync of a new book is over; the long tasks meanwhile. */
const duringSync = async (home: string): Promise<{ readonly visited: number; readonly tasks: readonly number[] }> => {
  await using run = await startElectron(projectRoot, home)
  const { page } = run
  const running = (): Promise<boolean> =>
    page.evaluate(() => document.querySelector('a[href="#/sync"][aria-live] .dot.half') !== null)
  await page.locator('a[href="#/sync"][aria-live] .dot.half').waitFor({ timeout: 60_000 })
  await watchLongTasks(page)
  let visited = 0
  while (await running()) await click(page, paths[visited++ % paths.length] ?? '/matrix', PATIENCE)
  if (visited < paths.length) throw new Error(`the sync was over after ${visited} screens`)
  return { visited, tasks: await longTasks(page) }
}

/** Any screen to any other, each pair once, everything visited before: milliseconds from click to paint. */
const betweenScreens = async (home: string): Promise<readonly number[]> => {
  await using run = await startElectron(projectRoot, home)
  await walkScreens(run.page)
  const times: number[] = []
  for (const from of paths)
    for (const to of paths) {
      if (from === to) continue
      await click(run.page, from)
      times.push(await click(run.page, to))
    }
  return times
}

/** Any screen to any other; then all of them during a first sync for long tasks. */
export const navigate = async (): Promise<readonly BenchResult[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-navigate-'))
  const home = join(folder, 'home')
  try {
    await copyDemoHome(folder, home)
    const times = await betweenScreens(home)
    const p95 = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN
    const { visited, tasks } = await duringSync(join(folder, 'new'))
    const longest = Math.max(0, ...tasks)
    return [
      {
        name: 'navigate',
        value: p95,
        unit: `ms p95, median ${median(times).toFixed(0)} (limit as reference)`,
        reference: LIMIT,
        ratio: p95 / LIMIT,
        runs: times.length,
        machine: machine(),
      },
      {
        name: 'navigate-sync',
        value: longest,
        unit: `ms, longest of ${tasks.length} long tasks in a sync, ${tasks.filter(ms => ms > LONGEST).length} over the limit`,
        reference: LONGEST,
        ratio: longest / LONGEST,
        runs: visited,
        machine: machine(),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Walks every screen and back to the first, where the next start then begins; what follows is measured on the program as it
 * stands after a while of work.
 */
export const walkScreens = async (page: Page): Promise<void> => {
  await markedAt(page, 'matrix')
  for (const path of [...paths, '/matrix'] as const) await click(page, path)
}
