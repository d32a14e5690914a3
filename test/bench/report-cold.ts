import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBrowserPrinter } from '../../src-main/adapters/pdf/browser-printer.ts'
import { findBrowser } from '../../src-main/adapters/pdf/find-browser.ts'
import { fontCutter } from '../../src-main/adapters/pdf/font-cutter.ts'
import { embedFonts } from '../../src-main/adapters/pdf/embed-fonts.ts'
import { fontSources } from '../../src-main/adapters/pdf/font-sources.ts'
import { reportPrinter } from '../../src-main/adapters/pdf/report-printer.ts'
import { diagnoseAccount } from '../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { renderAccountReport } from '../../src-main/domain/report/render-account-report.ts'
import { accountInput } from '../helpers/account-input.ts'
import { fundsOf, reportSetup } from '../helpers/report-fixtures.ts'
import { runBench, type BenchResult } from './bench-result.ts'
import { timed } from './report-warm.ts'

/** The first account report of a program: no browser runs and no font is cut yet; against a bare browser that starts and prints the finished page. */
export const reportCold = async (runs = 7): Promise<BenchResult> => {
  const path = findBrowser()
  if (path === null) throw new Error('no Chrome, Edge or Chromium is installed')
  const folder = mkdtempSync(join(tmpdir(), 'report-cold-'))
  const facts = accountInput()
  const funds = fundsOf(diagnoseAccount(facts))
  const make = () => renderAccountReport(diagnoseAccount(facts), reportSetup(), funds)
  const page = await embedFonts(make().html, fontSources().map(fontCutter))
  const bare = async (): Promise<number> => {
    const browser = createBrowserPrinter({ executablePath: path, pages: 1 })
    const seconds = await timed(() => browser.print(page))
    await browser.close()
    return seconds
  }
  const ours = async (): Promise<number> => {
    const printer = reportPrinter(createBrowserPrinter({ executablePath: path, pages: 1 }))
    const seconds = await timed(async () => writeFileSync(join(folder, 'report.pdf'), await printer.print(make())))
    await printer.close()
    return seconds
  }
  try {
    return await runBench({
      name: 'report-cold',
      unit: 'ms',
      runs,
      toUnit: seconds => seconds * 1000,
      ours,
      reference: bare,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
