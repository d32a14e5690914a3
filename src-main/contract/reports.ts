import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { base, none } from './base.ts'
import { PrinterFault } from '../model/printer-fault.ts'
import { PaperPrinter, PaperWish } from './printing.ts'

export const Edition = z.enum(['client', 'internal'])
export type Edition = z.infer<typeof Edition>

export const ReportKind = z.enum(['account', 'fund', 'comparison', 'segment'])
export type ReportKind = z.infer<typeof ReportKind>

/** Client id, fund code, 2 to 5 fund codes with commas, or the period of a segment review: month, quarter, year. */
export const ReportSubject = z.string().min(1).max(200)

export const ReportRow = z
  .object({
    id: z.string(),
    kind: ReportKind,
    subject: z.string(),
    subjectName: z.string(),
    edition: Edition,
    locale: z.enum(['zh-CN', 'en']),
    madeAt: z.string(),
    dataDate: z.string(),
    pages: z.int(),
    bytes: z.int(),
    sha256: z.string(),
    seconds: z.number(),
    findings: z.int(),
    /** Which printer made the file: `browser` or `desktop`. */
    printer: z.string(),
    /** The usual printer could not, and why; null where it could. */
    instead: PrinterFault.nullable().default(null),
    /** Subject of the certificate that signed the file. */
    signedBy: z.string().nullable().default(null),
    path: z.string().nullable(),
    state: z.enum(['made', 'sent', 'opened', 'answered', 'followedUp', 'unknown', 'withdrawn']),
  })
  .readonly()
export type ReportRow = z.infer<typeof ReportRow>

export const MakeProgress = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('running'),
      step: z.enum(['figures', 'layout', 'print', 'save']),
      page: z.int(),
      pages: z.int(),
    })
    .readonly(),
  /** The laid pages, self-contained, while the file is being printed. */
  z.object({ kind: z.literal('preview'), html: z.string() }).readonly(),
  z.object({ kind: z.literal('done'), report: ReportRow }).readonly(),
])
export type MakeProgress = z.infer<typeof MakeProgress>

export const reports = {
  make: base
    .input(
      z.object({
        kind: ReportKind,
        subject: ReportSubject,
        edition: Edition,
        locale: z.enum(['zh-CN', 'en']),
        password: z.string().min(1).max(100).nullish(),
        preview: z.boolean().optional(),
      }),
    )
    .output(eventIterator(MakeProgress)),
  /** What prints the files: an installed browser, or the program itself. */
  printedBy: base
    .input(none)
    .output(
      z.object({ kind: z.enum(['browser', 'desktop']), where: z.string(), fault: PrinterFault.nullable() }).readonly(),
    ),
  /** The kept pages of a report, self-contained, to be looked at. */
  preview: base.input(z.object({ id: z.string() })).output(z.object({ html: z.string().nullable() })),
  paperPrinters: base.input(none).output(z.array(PaperPrinter)),
  /** Puts finished reports on paper, one after the other, telling how many; stops at the first that the printer refuses. */
  printOnPaper: base
    .input(z.object({ ids: z.array(z.string()).min(1).max(5000), wish: PaperWish }))
    .output(eventIterator(z.object({ printed: z.int(), of: z.int() }).readonly())),
  list: base.input(none).output(z.array(ReportRow)),
  open: base.input(z.object({ id: z.string() })).output(none),
  saveAs: base.input(z.object({ id: z.string() })).output(z.object({ path: z.string().nullable() })),
}
