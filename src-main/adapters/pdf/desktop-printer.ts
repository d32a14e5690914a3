import type { Desktop } from '../../services/ports/host.ts'
import type { HtmlPrinter } from '../../services/ports/pdf-printer.ts'

/** Prints in the desktop's own hidden window, where no browser is installed. */
export const createDesktopPrinter = (desktop: Pick<Desktop, 'printToPdf'>): HtmlPrinter => ({
  kind: 'desktop',
  where: 'electron',
  print: html => desktop.printToPdf(html),
  close: () => Promise.resolve(),
})
