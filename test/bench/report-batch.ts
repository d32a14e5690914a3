import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReportPrinter } from '../../src-main/adapters/pdf/report-printer.ts'
import { diagnoseAccount } from '../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { renderAccountReport } from '../../src-main/domain/report/render-account-report.ts'
import { accountInput } from '../helpers/account-input.ts'
import { fundsOf, reportSetup } from '../helpers/report-fixtures.ts'
import { machine, type BenchResult } from './bench-result.ts'

/**
 * Milliseconds for one report of a batch of `count`, against one report at a time on the same warm printer.
 * As many are under way as the printer has pages; memory is that of this process after a collection where one is allowed.
 */
export const reportBatch = async (
  count = 200,
  singles = 9,
): Promise<BenchResult & { readonly heapGrowthMb: number }> => {
  const printer = createReportPrinter()
  if (printer === null) throw new Error('no Chrome, Edge or Chromium is installed')
  const folder = mkdtempSync(join(tmpdir(), 'report-batch-'))
  const facts = accountInput()
  const funds = fundsOf(diagnoseAccount(facts))
  const one = async (n: number): Promise<void> => {
    const setup = reportSetup({ reportId: `AD-20261123-${String(n).padStart(4, '0')}` })
    writeFileSync(
      join(folder, `${n % 10}.pdf`),
      await printer.print(renderAccountReport(diagnoseAccount(facts), setup, funds)),
    )
  }
  const each = async (from: number, to: number): Promise<number> => {
    const start = performance.now()
    for (let n = from; n < to; n++) await one(n)
    return (performance.now() - start) / (to - from)
  }
  try {
    await each(0, 2)
    const before = await each(2, 2 + singles)
    const heap = process.memoryUsage().heapUsed
    const start = performance.now()
    let next = 0
    const lane = async (): Promise<void> => {
      while (next < count) await one(next++)
    }
    await Promise.all(Array.from({ length: printer.parallel }, lane))
    const value = (performance.now() - start) / count
    globalThis.gc?.()
    const heapGrowthMb = (process.memoryUsage().heapUsed - heap) / 1e6
    const after = await each(0, singles)
    const reference = (before + after) / 2
    return {
      name: 'report-batch',
      value,
      unit: 'ms',
      reference,
      ratio: value / reference,
      runs: count,
      machine: machine(),
      heapGrowthMb,
    }
  } finally {
    await printer.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
