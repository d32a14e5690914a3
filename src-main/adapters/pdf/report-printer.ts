import type { Desktop } from '../../services/ports/host.ts'
import type { HtmlPrinter, PrintJob, ReportPrinter } from '../../services/ports/pdf-printer.ts'
import { createBrowserPrinter } from './browser-printer.ts'
import { createDesktopPrinter } from './desktop-printer.ts'
import { embedFonts } from './embed-fonts.ts'
import { findBrowser } from './find-browser.ts'
import { finishPdf } from './finish-pdf.ts'
import { fontCutter } from './font-cutter.ts'
import { fontSources } from './font-sources.ts'

type PrinterOptions = {
  /** Chosen in the settings; null finds the office's browser. */
  readonly browserPath?: string | null
  readonly desktop?: Pick<Desktop, 'printToPdf'>
  /** `desktop` never starts a browser. */
  readonly prefer?: 'browser' | 'desktop'
  readonly pages?: number
  readonly timeoutMs?: number
}

const PAGES = 2

/** Puts font embedding before and fixed metadata behind a printer. */
export const reportPrinter = (printer: HtmlPrinter, parallel = 1): ReportPrinter => {
  const cutters = fontSources().map(fontCutter)
  // a page that was looked at is printed a moment later
  const ready = new Map<string, Promise<string>>()
  const embed = (html: string): Promise<string> => {
    const known = ready.get(html)
    if (known !== undefined) return known
    const made = embedFonts(html, cutters)
    ready.set(html, made)
    for (const old of [...ready.keys()].slice(0, -parallel)) ready.delete(old)
    return made
  }
  return {
    kind: printer.kind,
    where: printer.where,
    parallel,
    embed,
    print: async (job: PrintJob) => {
      const pdf = await printer.print(await embed(job.html))
      ready.delete(job.html)
      return finishPdf(pdf, job)
    },
    close: () => printer.close(),
  }
}

/** The office's browser where there is one, else the desktop's own window; null where there is neither. */
export const createReportPrinter = (options: PrinterOptions = {}): ReportPrinter | null => {
  const { desktop, prefer = 'browser', pages = PAGES } = options
  const path = prefer === 'desktop' && desktop !== undefined ? null : (options.browserPath ?? findBrowser())
  if (path !== null) {
    const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }
    return reportPrinter(createBrowserPrinter({ executablePath: path, pages, ...timeout }), pages)
  }
  return desktop === undefined ? null : reportPrinter(createDesktopPrinter(desktop))
}
