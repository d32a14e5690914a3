import { existsSync } from 'node:fs'
import type { PrinterFault } from '../../model/printer-fault.ts'
import type { HtmlPrinter, PrintedFile } from '../../services/ports/pdf-printer.ts'
import { HungError } from './within.ts'

/** So long a printer that failed is left alone: each try may take a minute until it counts as hung. */
const REST_MS = 300_000

type Pair = {
  readonly usual: HtmlPrinter
  /** Null where there is no second way to print. */
  readonly other: HtmlPrinter | null
  readonly log: (fault: unknown) => void
  readonly now?: () => number
}

type PrinterPair = {
  readonly print: (html: string) => Promise<PrintedFile>
  readonly fault: () => PrinterFault | null
  readonly close: () => Promise<void>
}

/** Prints with the usual printer; while that cannot, the other one makes the report anyway and says why. */
export const printerPair = ({ usual, other, log, now = () => performance.now() }: Pair): PrinterPair => {
  let failed: { readonly fault: PrinterFault; readonly at: number } | null = null
  let isClosed = false
  const isGone = (): boolean => usual.kind === 'browser' && !existsSync(usual.where)
  const fault = (): PrinterFault | null => {
    if (isGone()) return { where: usual.where, why: 'absent' }
    return failed !== null && now() - failed.at < REST_MS ? failed.fault : null
  }
  return {
    fault,
    print: async html => {
      const known = other === null ? null : fault()
      if (other !== null && known !== null) return { pdf: await other.print(html), by: other.kind, instead: known }
      try {
        const pdf = await usual.print(html)
        failed = null
        return { pdf, by: usual.kind, instead: null }
      } catch (error) {
        if (other === null || isClosed) throw error
        log(error)
        const instead = { where: usual.where, why: error instanceof HungError ? 'hung' : 'failed' } as const
        const pdf = await other.print(html)
        // where both fail it is the page, not the printer
        failed = { fault: instead, at: now() }
        return { pdf, by: other.kind, instead }
      }
    },
    close: async () => {
      isClosed = true
      await Promise.all([usual.close(), other?.close()])
    },
  }
}
