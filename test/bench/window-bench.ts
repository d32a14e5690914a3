import type { Page } from 'playwright'
import { launchApp } from '../helpers/electron-app.ts'
import { makeBranchHome } from '../helpers/branch-home.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { machine, median, type BenchResult } from './bench-result.ts'
import { atRest } from './electron-run.ts'
import { withDisplay } from './with-display.ts'

const CLIENTS = 50_000
const LIMIT = 100
const FRAME = 50
/** The clock of frames ticks in tenths: three frames of a 60 Hz screen read as 50.0 or 50.1. */
const TICK = 0.1
const LONG = { timeout: 180_000 }
const TYPED = ['w', 'wa', 'wang', '1', '12', '123', 'l', 'lz', 'zh', 'c00', 'c0001', 'x']

const part = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

/**
 * Milliseconds from an input event to the frame after the one that painted what it changed: `changed` is true once the
 * page shows the answer.
 */
const untilPainted = (window: Page, selector: string, text: string, answer: string): Promise<number> =>
  window.evaluate(
    ([field, typed, shown]) =>
      new Promise<number>((done, fail) => {
        const input = document.querySelector(field)
        const before = document.querySelector(shown)?.textContent
        if (!(input instanceof HTMLInputElement) || before === undefined)
          return fail(new Error(`no ${field} or ${shown}`))
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
        const start = performance.now()
        set?.call(input, typed)
        input.dispatchEvent(new Event('input', { bubbles: true }))
        const look = (): void => {
          if (document.querySelector(shown)?.textContent === before) {
            if (performance.now() - start > 10_000) fail(new Error(`${shown} never changed for ${typed}`))
            else requestAnimationFrame(look)
          } else requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))
        }
        requestAnimationFrame(look)
      }),
    [selector, text, answer] as const,
  )

/** Longest frame while the grid is scrolled from top to bottom in steps of a frame each. */
const longestFrame = (
  window: Page,
): Promise<{ readonly frames: number; readonly longest: number; readonly over: number }> =>
  window.evaluate(
    limit =>
      new Promise<{ frames: number; longest: number; over: number }>((done, fail) => {
        const all = document.querySelectorAll('.ag-root *')
        const body = [...all].find(each => each.scrollHeight > 10 * each.clientHeight && each.clientHeight > 100)
        if (body === undefined) return fail(new Error('nothing scrolls'))
        const jump = (body.scrollHeight - body.clientHeight) / 600
        let last = performance.now()
        const found: number[] = []
        const frame = (now: number): void => {
          found.push(now - last)
          last = now
          const before = body.scrollTop
          body.scrollTop = before + jump
          if (body.scrollTop > before) requestAnimationFrame(frame)
          else
            done({
              frames: found.length,
              longest: Math.max(...found.slice(1)),
              over: found.slice(1).filter(ms => ms > limit).length,
            })
        }
        requestAnimationFrame(frame)
      }),
    FRAME + TICK,
  )

/** The real window on a book of 50,000 clients: re-cut and repainted matrix, quick search, scrolling. */
export const windowBench = async (): Promise<readonly BenchResult[]> =>
  withDisplay(async () => {
    using folder = temporaryFolder()
    await makeBranchHome(folder.path, { clients: CLIENTS, scale: 0.02, marketSize: 0.05 })
    await using running = await launchApp({ home: folder.path, demo: false })
    const { window } = running
    await openScreen(window, '#/matrix')
    await window.locator('[role=gridcell].cell').first().waitFor(LONG)
    await window.keyboard.press('w')
    const mark = '.what-if .marks .inp'
    await window.locator(mark).first().waitFor(LONG)
    await window.locator('.what-if .kv').waitFor(LONG)
    // a book that is opened for the first time records its cells and lists its day once more, for some seconds
    await atRest(running.app.process().pid ?? 0)
    const repaints: number[] = []
    for (let i = 0; i < 24; i++) repaints.push(await untilPainted(window, mark, String(6 + i), '#cell-1-wealth'))

    await openScreen(window, '#/clients')
    await window.locator('.ag-row').first().waitFor(LONG)
    const scroll = await longestFrame(window)
    const searches: number[] = []
    for (const typed of [...TYPED, ...TYPED, ...TYPED])
      searches.push(await untilPainted(window, '.clients .quick', typed, '.clients .ph b'))
    const [repaint, search] = [part(repaints.slice(4), 0.95), part(searches.slice(4), 0.95)]
    const common = { machine: machine() }
    return [
      {
        ...common,
        name: 'matrix-repaint',
        value: repaint,
        unit: `ms p95, ${CLIENTS} clients re-cut and painted (median ${median(repaints.slice(4)).toFixed(0)})`,
        reference: LIMIT,
        ratio: repaint / LIMIT,
        runs: repaints.length - 4,
      },
      {
        ...common,
        name: 'grid-50k',
        value: search,
        unit: `ms p95 from a letter to painted rows (median ${median(searches.slice(4)).toFixed(0)})`,
        reference: LIMIT,
        ratio: search / LIMIT,
        runs: searches.length - 4,
      },
      {
        ...common,
        name: 'grid-50k-scroll',
        value: scroll.longest,
        unit: `ms, the longest of ${scroll.frames} frames from top to bottom; ${scroll.over} over ${FRAME}`,
        reference: FRAME,
        ratio: scroll.longest / FRAME,
        runs: 1,
      },
    ]
  })
