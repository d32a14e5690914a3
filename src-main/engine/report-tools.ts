import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createReportPrinter } from '../adapters/pdf/report-printer.ts'
import { identifyKey } from '../adapters/pdf/signing-certificate.ts'
import { qrPicture } from '../adapters/pdf/qr-picture.ts'
import { hashText } from '../adapters/system/hash-text.ts'
import { systemChance, systemClock } from '../adapters/system/clock.ts'
import { AppError } from '../model/app-error.ts'
import type { Desktop } from '../services/ports/host.ts'
import type { ReportPrinter } from '../services/ports/pdf-printer.ts'
import type { ReportTools } from '../services/reports/make-report.ts'

const none = (): AppError =>
  new AppError('printerFault', 'there is no browser to print reports with', {
    hint: 'install Chrome, Edge or Chromium, or name its program in Settings',
  })

/** The printer is found at the first report and kept warm until the engine ends or the settings choose another. */
export const reportTools = (
  resources: string,
  desktop: Desktop | null,
  log: (fault: unknown) => void = () => undefined,
): ReportTools & { close(): Promise<void> } => {
  let held: { readonly printer: ReportPrinter; readonly key: string } | null = null
  return {
    printer: choice => {
      const key = JSON.stringify(choice)
      if (held?.key === key) return held.printer
      const printer = createReportPrinter({
        browserPath: choice.browser,
        prefer: choice.with === 'desktop' ? 'desktop' : 'browser',
        log,
        ...(desktop === null ? {} : { desktop }),
      })
      if (printer === null) throw none()
      void held?.printer.close()
      held = { printer, key }
      return printer
    },
    signer: { identify: identifyKey },
    css: readFileSync(join(resources, 'print/report.css'), 'utf8'),
    clock: systemClock,
    hash: hashText,
    qr: qrPicture,
    newId: systemChance.id,
    sha256: bytes => createHash('sha256').update(bytes).digest('hex'),
    close: async () => {
      await held?.printer.close()
      held = null
    },
  }
}
