import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { AppErrorCode } from '../model/app-error.ts'
import { Style, Tier } from '../model/levels.ts'
import { PrinterFault } from '../model/printer-fault.ts'
import { base, none } from './base.ts'
import { Edition } from './reports.ts'

const MOST = 50_000

/** Whom a batch is for: a cell of the matrix, or what was selected. */
export const BatchSource = z.discriminatedUnion('by', [
  z.object({ by: z.literal('cell'), tier: Tier, style: Style }).readonly(),
  z
    .object({
      by: z.literal('selection'),
      kind: z.enum(['account', 'fund']),
      subjects: z.array(z.string().min(1).max(64)).min(1).max(MOST),
    })
    .readonly(),
])
export type BatchSource = z.infer<typeof BatchSource>

export const BatchWish = z
  .object({
    source: BatchSource,
    edition: Edition,
    locale: z.enum(['zh-CN', 'en']),
    /** Leaves out whoever already has a report of this edition and language on the data of today. */
    onlyStale: z.boolean(),
  })
  .readonly()
export type BatchWish = z.infer<typeof BatchWish>

export const BatchFault = z
  .object({ code: AppErrorCode, message: z.string(), where: z.string(), hint: z.string() })
  .readonly()
export type BatchFault = z.infer<typeof BatchFault>

export const BatchRow = z
  .object({
    id: z.string(),
    at: z.string(),
    state: z.enum(['running', 'paused', 'cancelled', 'done']),
    kind: z.enum(['account', 'fund']),
    /** The cell, or null for a selection. */
    cell: z.object({ tier: Tier, style: Style }).readonly().nullable(),
    edition: Edition,
    locale: z.enum(['zh-CN', 'en']),
    total: z.int(),
    made: z.int(),
    failed: z.int(),
    waiting: z.int(),
    /** Left out at the start because their report is up to date. */
    skipped: z.int(),
    /** Estimated from what this run made; null before the first report, and when it does not run. */
    secondsLeft: z.number().nullable(),
    /** Why it paused by itself. */
    stopped: BatchFault.nullable(),
    /** How many the other printer made, and what was wrong with the usual one the last time. */
    instead: z.object({ count: z.int(), fault: PrinterFault }).readonly().nullable().default(null),
  })
  .readonly()
export type BatchRow = z.infer<typeof BatchRow>

/** What is kept of a batch beside its items. */
export const BatchBody = BatchRow.unwrap().pick({
  kind: true,
  cell: true,
  edition: true,
  locale: true,
  skipped: true,
  stopped: true,
  instead: true,
})
export type BatchBody = z.infer<typeof BatchBody>

export const BatchItem = z
  .object({
    number: z.int(),
    subject: z.string(),
    name: z.string(),
    state: z.enum(['waiting', 'made', 'failed']),
    reportId: z.string().nullable(),
    fault: BatchFault.nullable(),
  })
  .readonly()
export type BatchItem = z.infer<typeof BatchItem>

const one = z.object({ id: z.string() })

export const batches = {
  start: base.input(BatchWish).output(BatchRow),
  list: base.input(none).output(z.array(BatchRow)),
  /** The batch after each report, until it runs no more. */
  follow: base.input(one).output(eventIterator(BatchRow)),
  items: base.input(one).output(z.array(BatchItem)),
  pause: base.input(one).output(BatchRow),
  resume: base.input(one).output(BatchRow),
  cancel: base.input(one).output(BatchRow),
  /** The failed ones once more. */
  retry: base.input(one).output(BatchRow),
  /** Asks for a folder and writes every finished file into it; null when the user thought better of it. */
  save: base.input(one).output(z.object({ folder: z.string().nullable(), files: z.int() })),
}
