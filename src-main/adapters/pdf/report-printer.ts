import type { Desktop } from '../../services/ports/host.ts'
import type { HtmlPrinter, PrintJob, ReportPrinter } from '../../services/ports/pdf-printer.ts'
import { createBrowserPrinter } from './browser-printer.ts'
import { createDesktopPrinter } from './desktop-printer.ts'
import { embedFonts } from './embed-fonts.ts'
import { findBrowser } from './find-browser.ts'
import { finishPdf } from './finish-pdf.ts'
import { fontCutter } from './font-cutter.ts'
import { fontSources } from './font-sources.ts'
import { printerPair } from './printer-pair.ts'

type PrinterOptions = {
  /** Chosen in the settings; null finds the office's browser. */
  readonly browserPath?: string | null
  readonly desktop?: Pick<Desktop, 'printToPdf'>
  /** `desktop` never starts a browser. */
  readonly prefer?: 'browser' | 'desktop'
  readonly pages?: number
  readonly timeoutMs?: number
  /** Hears why the usual printer could not. */
  readonly log?: (fault: unknown) => void
}

const PAGES = 2

type Printers = { readonly usual: HtmlPrinter; readonly other: HtmlPrinter | null }

/** The usual printer and, where there is one, the other that takes over. */
const printersOf = (options: PrinterOptions): Printers | null => {
  const { desktop, prefer = 'browser', pages = PAGES, timeoutMs } = options
  const own = desktop === undefined ? null : createDesktopPrinter(desktop, timeoutMs)
  if (own !== null && prefer === 'desktop') return { usual: own, other: null }
  const browserAt = (executablePath: string): HtmlPrinter =>
    createBrowserPrinter({ executablePath, pages, ...(timeoutMs === undefined ? {} : { timeoutMs }) })
  const found = findBrowser()
  const path = options.browserPath ?? found
  if (path === null) return own === null ? null : { usual: own, other: null }
  const second = found === null || found === path ? null : browserAt(found)
  return { usual: browserAt(path), other: own ?? second }
}

/** The office's browser where there is one, else the desktop's own window; null where there is neither. */
export const createReportPrinter = (options: PrinterOptions = {}): ReportPrinter | null => {
  const printers = printersOf(options)
  if (printers === null) return null
  const { usual } = printers
  const pair = printerPair({ ...printers, log: options.log ?? (() => undefined) })
  const parallel = usual.kind === 'browser' ? (options.pages ?? PAGES) : 1
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
    kind: usual.kind,
    where: usual.where,
    parallel,
    embed,
    fault: pair.fault,
    print: async (job: PrintJob) => {
      const printed = await pair.print(await embed(job.html))
      ready.delete(job.html)
      return { ...printed, pdf: await finishPdf(printed.pdf, job) }
    },
    close: pair.close,
  }
}
