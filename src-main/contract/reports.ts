import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { base, none } from './base.ts'

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
    printer: z.string(),
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
      }),
    )
    .output(eventIterator(MakeProgress)),
  list: base.input(none).output(z.array(ReportRow)),
  open: base.input(z.object({ id: z.string() })).output(none),
  saveAs: base.input(z.object({ id: z.string() })).output(z.object({ path: z.string().nullable() })),
}
