import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { createBrowserPrinter, PRINTS_OF_A_PAGE } from '../../src-main/adapters/pdf/browser-printer.ts'
import { findBrowser } from '../../src-main/adapters/pdf/find-browser.ts'

const executablePath = findBrowser() ?? ''
const printer = createBrowserPrinter({ executablePath, pages: 1 })
afterAll(() => printer.close())

/** Processes of the browser that draw pages. */
const drawing = (): ReadonlySet<number> => {
  const browser = printer.processId()
  const parents = new Map<number, number>()
  const drawers: number[] = []
  for (const name of readdirSync('/proc').filter(each => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
      if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=renderer')) drawers.push(Number(name))
    } catch {
      // ended meanwhile
    }
  }
  const isOfBrowser = (pid: number): boolean => pid === browser || (pid > 1 && isOfBrowser(parents.get(pid) ?? 0))
  return new Set(drawers.filter(isOfBrowser))
}

// A page kept what it drew: two hundred reports took half a gigabyte more than a hundred.
it.skipIf(executablePath === '' || !existsSync('/proc/self/stat'))(
  'a page that printed many reports gives way to another, and its process ends',
  async () => {
    const pdf = async (n: number): Promise<string> =>
      Buffer.from(await printer.print(`<html><body><p>report ${n}</p></body></html>`)).toString('latin1', 0, 5)
    expect(await pdf(0)).toBe('%PDF-')
    const first = drawing()
    expect(first.size).toBeGreaterThan(0)
    for (let n = 1; n < PRINTS_OF_A_PAGE; n++) expect(await pdf(n)).toBe('%PDF-')
    // the next one is printed on a page of another process
    expect(await pdf(PRINTS_OF_A_PAGE)).toBe('%PDF-')
    const browser = printer.processId()
    await expect.poll(() => [...drawing()].some(pid => !first.has(pid))).toBe(true)
    await expect.poll(() => [...first].every(pid => drawing().has(pid))).toBe(false)
    expect(printer.processId()).toBe(browser)
  },
)

const LARGE = `<html><body>${'<p style="margin:0"><b>a</b> <i>report</i></p>'.repeat(3000)}</body></html>`

/** What the drawing processes hold by themselves, in MB. */
const heldMb = (): number =>
  [...drawing()].reduce((sum, pid) => {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
      return sum + Number(/^Pss_Anon:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1000
    } catch {
      // ended meanwhile
      return sum
    }
  }, 0)

// Eight reports of this size left 220 MB where one leaves 77.
it.skipIf(executablePath === '' || !existsSync('/proc/self/smaps_rollup'))(
  'a page lets go of what it printed before the next ones have piled up',
  async () => {
    await printer.print(LARGE)
    const first = heldMb()
    for (let n = 1; n < 8; n++) await printer.print(LARGE)
    await expect.poll(heldMb, { timeout: 10_000 }).toBeLessThan(1.7 * first)
  },
)
