import { createBrowserPrinter } from '../../src-main/adapters/pdf/browser-printer.ts'
import { findBrowser } from '../../src-main/adapters/pdf/find-browser.ts'
import { machine, median, type BenchResult } from './bench-result.ts'
import { clicked, reportDesk } from './report-desk.ts'
import { timed } from './report-warm.ts'

/**
 * The first account report after the program was started and its book opened: no browser runs, no font is cut, no peer
 * group is ranked; against a bare browser that starts and prints the finished page.
 */
export const reportCold = async (runs = 3): Promise<BenchResult> => {
  const path = findBrowser()
  if (path === null) throw new Error('no Chrome, Edge or Chromium is installed')
  const desk = await reportDesk()
  const bare = async (page: string): Promise<number> => {
    const browser = createBrowserPrinter({ executablePath: path, pages: 1 })
    const seconds = await timed(() => browser.print(page))
    await browser.close()
    return seconds
  }
  const ours: number[] = []
  const reference: number[] = []
  try {
    await desk.synced.engine.close()
    for (let run = 0; run < runs; run++) {
      const { engine, client } = await desk.synced.again()
      const { seconds, page } = await clicked(client, desk.subject)
      ours.push(seconds)
      await engine.close()
      reference.push(await bare(page))
    }
    const [value, against] = [median(ours) * 1000, median(reference) * 1000]
    return {
      name: 'report-cold',
      value,
      unit: 'ms',
      reference: against,
      ratio: value / against,
      runs,
      machine: machine(),
    }
  } finally {
    await desk.synced.close()
  }
}
