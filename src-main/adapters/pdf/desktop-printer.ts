import type { Desktop } from '../../services/ports/host.ts'
import type { HtmlPrinter } from '../../services/ports/pdf-printer.ts'
import { ANSWER_MS, within } from './within.ts'

/** Prints in the desktop's own hidden window, where no browser is installed or none can print. */
export const createDesktopPrinter = (
  desktop: Pick<Desktop, 'printToPdf'>,
  timeoutMs: number = ANSWER_MS,
): HtmlPrinter => ({
  kind: 'desktop',
  where: 'electron',
  print: html => within(timeoutMs, 'the printing window', desktop.printToPdf(html)),
  close: () => Promise.resolve(),
})
