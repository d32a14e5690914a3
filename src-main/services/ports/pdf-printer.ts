import type { PrinterFault } from '../../model/printer-fault.ts'
import type { SigningKey } from '../../model/signing-key.ts'
import type { Edition } from '../../model/wording-pack.ts'

/** Prints a finished, self-contained page to PDF; margins and paper size are the page's own CSS. */
export interface HtmlPrinter {
  /** Shown in the settings: `browser` with its path, or `desktop`. */
  readonly kind: 'browser' | 'desktop'
  readonly where: string
  print(html: string): Promise<Uint8Array>
  close(): Promise<void>
}

/** Whose signature, and the instant that it names. */
export interface SigningJob {
  readonly key: SigningKey
  readonly at: string
}

/** What is printed, and what the file says of itself. */
export interface PrintJob {
  readonly html: string
  readonly title: string
  readonly language: string
  /** `YYYY-MM-DD`: the dates inside the file, so that the same report gives the same bytes. */
  readonly date: string
  readonly reportId: string
  /** Written into the file: only a client edition can be handed over. */
  readonly edition: Edition
  /** Readers must type it to open the file. */
  readonly password?: string
  /** The firm signs the finished file. */
  readonly signature?: SigningJob
}

/** A finished file, and which printer made it. */
export interface PrintedFile {
  readonly pdf: Uint8Array
  readonly by: HtmlPrinter['kind']
  /** The usual printer could not; `by` is the other one. */
  readonly instead: PrinterFault | null
}

/** Finished report to finished file: fonts cut and embedded, printed, dates and ids fixed. */
export interface ReportPrinter {
  readonly kind: 'browser' | 'desktop'
  readonly where: string
  /** Jobs that may be under way at once. */
  readonly parallel: number
  /** The page with its fonts in it, as it is printed and looked at. */
  embed(html: string): Promise<string>
  print(job: PrintJob): Promise<PrintedFile>
  /** What keeps the usual printer from printing now, as far as known. */
  fault(): PrinterFault | null
  close(): Promise<void>
}
