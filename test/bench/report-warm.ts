import { createBrowserPrinter } from '../../src-main/adapters/pdf/browser-printer.ts'
import { findBrowser } from '../../src-main/adapters/pdf/find-browser.ts'
import { runBench, type BenchResult } from './bench-result.ts'
import { clicked, reportDesk } from './report-desk.ts'

/** Seconds of work that waits. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/**
 * One account report of ten funds from the click to the file, database included, against the same warm browser printing
 * the same finished page.
 */
export const reportWarm = async (runs = 9): Promise<BenchResult> => {
  const path = findBrowser()
  if (path === null) throw new Error('no Chrome, Edge or Chromium is installed')
  const desk = await reportDesk()
  const browser = createBrowserPrinter({ executablePath: path, pages: 1 })
  const { client } = desk.synced
  try {
    await clicked(client, desk.subject)
    const { page } = await clicked(client, desk.subject)
    return await runBench({
      name: 'report-warm',
      unit: 'ms',
      runs,
      toUnit: seconds => seconds * 1000,
      ours: async () => (await clicked(client, desk.subject)).seconds,
      reference: () => timed(() => browser.print(page)),
    })
  } finally {
    await browser.close()
    await desk.synced.close()
  }
}
