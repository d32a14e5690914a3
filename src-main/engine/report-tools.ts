import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createReportPrinter } from '../adapters/pdf/report-printer.ts'
import { systemClock } from '../adapters/system/clock.ts'
import { AppError } from '../model/app-error.ts'
import type { Desktop } from '../services/ports/host.ts'
import type { ReportPrinter } from '../services/ports/pdf-printer.ts'
import type { ReportTools } from '../services/reports/make-report.ts'

/** The printer is found at the first report and kept warm until the engine ends. */
export const reportTools = (resources: string, desktop: Desktop | null): ReportTools & { close(): Promise<void> } => {
  let printer: ReportPrinter | null = null
  return {
    printer: () => {
      printer ??= createReportPrinter(desktop === null ? {} : { desktop })
      if (printer !== null) return printer
      throw new AppError('printerFault', 'there is no browser to print reports with', {
        hint: 'install Chrome, Edge or Chromium, or name its program in Settings',
      })
    },
    css: readFileSync(join(resources, 'print/report.css'), 'utf8'),
    clock: systemClock,
    sha256: bytes => createHash('sha256').update(bytes).digest('hex'),
    close: async () => {
      await printer?.close()
      printer = null
    },
  }
}
