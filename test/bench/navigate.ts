import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { copyDemoHome } from '../helpers/demo-home.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { machine, type BenchResult } from './bench-result.ts'
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

/** Click on a screen's name to the frame that shows it with its data, in milliseconds. */
const click = (page: Page, path: Path): Promise<number> =>
  page.evaluate(
    ([to, there]) =>
      new Promise<number>((resolve, reject) => {
        const link = document.querySelector<HTMLElement>(`.nav a[href="#${to}"]`)
        if (!link) return reject(new Error(`no way to ${to}`))
        const begun = performance.now()
        const look = (): void => {
          const main = document.querySelector(`main[data-path="${to}"]`)
          const done = main?.querySelector(there) && !main.querySelector('.load')
          if (performance.now() - begun > 20_000) reject(new Error(`${to} did not come`))
          // the frame's callback runs before its paint, the task after it follows the paint
          else if (done) setTimeout(() => resolve(performance.now() - begun))
          else requestAnimationFrame(look)
        }
        link.click()
        requestAnimationFrame(look)
      }),
    [path, screens[path]] as const,
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

/** Any screen to any other, each pair once, everything visited before; then the same during a sync for long tasks. */
export const navigate = async (): Promise<readonly BenchResult[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-navigate-'))
  const home = join(folder, 'home')
  try {
    await copyDemoHome(folder, home)
    await using run = await startElectron(projectRoot, home)
    const { page } = run
    await markedAt(page, 'matrix')
    const paths = Object.keys(screens) as Path[]
    for (const path of paths) await click(page, path)
    const times: number[] = []
    for (const from of paths)
      for (const to of paths) {
        if (from === to) continue
        await click(page, from)
        times.push(await click(page, to))
      }
    const p95 = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN
    await watchLongTasks(page)
    await page.keyboard.press('F5')
    const state = page.locator('a[href="#/sync"][aria-live]')
    await state.getByText(/正在同步/).waitFor({ timeout: 60_000 })
    let visited = 0
    while ((await state.innerText()).includes('正在同步'))
      await click(page, paths[visited++ % paths.length] ?? '/matrix')
    const tasks = await longTasks(page)
    const longest = Math.max(0, ...tasks)
    const common = { runs: times.length, machine: machine() }
    return [
      {
        ...common,
        name: 'navigate',
        value: p95,
        unit: 'ms, 95 of 100 (limit as reference)',
        reference: LIMIT,
        ratio: p95 / LIMIT,
      },
      {
        ...common,
        name: 'navigate-sync',
        runs: visited,
        value: longest,
        unit: `ms, longest of ${tasks.length} long tasks in a sync (limit as reference)`,
        reference: LONGEST,
        ratio: longest / LONGEST,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Walks every screen; what follows is measured on the program as it stands after a while of work. */
export const walkScreens = async (page: Page): Promise<void> => {
  await markedAt(page, 'matrix')
  for (const path of Object.keys(screens) as Path[]) await click(page, path)
}
