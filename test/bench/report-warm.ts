import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBrowserPrinter } from '../../src-main/adapters/pdf/browser-printer.ts'
import { embedFonts } from '../../src-main/adapters/pdf/embed-fonts.ts'
import { findBrowser } from '../../src-main/adapters/pdf/find-browser.ts'
import { fontCutter } from '../../src-main/adapters/pdf/font-cutter.ts'
import { fontSources } from '../../src-main/adapters/pdf/font-sources.ts'
import { reportPrinter } from '../../src-main/adapters/pdf/report-printer.ts'
import { diagnoseAccount } from '../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { renderAccountReport } from '../../src-main/domain/report/render-account-report.ts'
import { accountInput } from '../helpers/account-input.ts'
import { fundsOf, reportSetup } from '../helpers/report-fixtures.ts'
import { runBench, type BenchResult } from './bench-result.ts'

/** Seconds of work that waits. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/**
 * One account report of ten funds from its facts to the file, against the same warm browser printing the same finished page.
 * The fund pages are given as finished models.
 */
export const reportWarm = async (runs = 9): Promise<BenchResult> => {
  const path = findBrowser()
  if (path === null) throw new Error('no Chrome, Edge or Chromium is installed')
  const folder = mkdtempSync(join(tmpdir(), 'report-warm-'))
  const browser = createBrowserPrinter({ executablePath: path, pages: 2 })
  const printer = reportPrinter(browser, 2)
  const facts = accountInput()
  const funds = fundsOf(diagnoseAccount(facts))
  const make = () => renderAccountReport(diagnoseAccount(facts), reportSetup(), funds)
  try {
    const page = await embedFonts(make().html, fontSources().map(fontCutter))
    return await runBench({
      name: 'report-warm',
      unit: 'ms',
      runs,
      toUnit: seconds => seconds * 1000,
      ours: () => timed(async () => writeFileSync(join(folder, 'report.pdf'), await printer.print(make()))),
      reference: () => timed(() => browser.print(page)),
    })
  } finally {
    await printer.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
