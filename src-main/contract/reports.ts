import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { base, none } from './base.ts'

export const Edition = z.enum(['client', 'internal'])
export type Edition = z.infer<typeof Edition>

export const ReportRow = z
  .object({
    id: z.string(),
    kind: z.enum(['account', 'fund', 'comparison', 'segment']),
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
        kind: z.enum(['account', 'fund']),
        subject: z.string(),
        edition: Edition,
        locale: z.enum(['zh-CN', 'en']),
      }),
    )
    .output(eventIterator(MakeProgress)),
  list: base.input(none).output(z.array(ReportRow)),
  open: base.input(z.object({ id: z.string() })).output(none),
  saveAs: base.input(z.object({ id: z.string() })).output(z.object({ path: z.string().nullable() })),
}
