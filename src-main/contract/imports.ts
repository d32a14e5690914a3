import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ImportMapping } from '../model/import/import-kind.ts'
import { StreamName } from '../model/stream.ts'
import { BiText } from '../model/text.ts'
import { base, none } from './base.ts'

/** Rows of one stream: how many are new, replace another version, or are here already. */
export const ImportCount = z.object({ stream: StreamName, added: z.int(), changed: z.int(), same: z.int() }).readonly()
export type ImportCount = z.infer<typeof ImportCount>

export const ImportTable = z
  .object({
    index: z.int(),
    file: z.string(),
    sheet: z.string().nullable(),
    format: z.string(),
    header: z.array(z.string()).readonly(),
    /** The first lines under the head, as they stand in the file. */
    samples: z.array(z.array(z.string()).readonly()).readonly(),
    /** Null when the table is left out: nothing known stands in its head. */
    mapping: ImportMapping.nullable(),
    /** Where the mapping comes from. */
    source: z.enum(['known', 'remembered', 'chosen', 'none']),
    lines: z.int(),
    /** Lines that become rows. */
    ready: z.int(),
    duplicates: z.int(),
    skipped: z.int(),
    rejected: z.int(),
    /** The first of them. */
    rejects: z
      .array(z.object({ line: z.int(), reason: BiText, cells: z.array(z.string()).readonly() }).readonly())
      .readonly(),
    /** What is taken otherwise than a reader of the file might think: how many lines, and the first of them. */
    notes: z
      .array(z.object({ text: BiText, count: z.int(), lines: z.array(z.int()).readonly() }).readonly())
      .readonly(),
  })
  .readonly()
export type ImportTable = z.infer<typeof ImportTable>

export const ImportPreview = z
  .object({ tables: z.array(ImportTable).readonly(), counts: z.array(ImportCount).readonly() })
  .readonly()
export type ImportPreview = z.infer<typeof ImportPreview>

export const ImportRequest = z
  .object({
    /** From `choose`; what was previewed under a request is what it writes, whatever became of the files since. */
    source: z.string(),
    /** Whose files these are, for those that name no client. */
    clientId: z.string().nullable(),
    /** Mappings by hand, by table; null leaves the table out. */
    mappings: z.array(z.object({ index: z.int().min(0), mapping: ImportMapping.nullable() }).readonly()).readonly(),
  })
  .readonly()
export type ImportRequest = z.infer<typeof ImportRequest>

export const ImportOutcome = z
  .object({
    id: z.string(),
    at: z.string(),
    undoneAt: z.string().nullable(),
    files: z.array(z.string()).readonly(),
    counts: z.array(ImportCount).readonly(),
    duplicates: z.int(),
    skipped: z.int(),
    rejected: z.int(),
    rejects: z.array(z.object({ file: z.string(), line: z.int(), reason: BiText }).readonly()).readonly(),
  })
  .readonly()
export type ImportOutcome = z.infer<typeof ImportOutcome>

/**
 * Where an import is, and how it ends: as a `preview`, `written`, `undone`, or `cancelled` with nothing written, or nothing taken back:
 * `redoing` puts in place again what was.
 */
export const ImportStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opening') }),
  /** `share` is the part of this file that is read, 0 to 1. */
  z.object({ kind: z.literal('reading'), file: z.string(), rows: z.int(), share: z.number() }),
  z.object({ kind: z.enum(['comparing', 'writing', 'undoing', 'redoing']), rows: z.int(), of: z.int() }),
  z.object({ kind: z.literal('preview'), preview: ImportPreview }),
  z.object({ kind: z.literal('written'), outcome: ImportOutcome }),
  /** Rows that changed since are left as they are and counted. */
  z.object({ kind: z.literal('undone'), restored: z.int(), kept: z.int() }),
  z.object({ kind: z.literal('cancelled') }),
])
export type ImportStep = z.infer<typeof ImportStep>

export const imports = {
  /** Asks for files; null when the user thought better of it. */
  choose: base.input(none).output(z.object({ source: z.string().nullable() })),
  preview: base.input(ImportRequest).output(eventIterator(ImportStep)),
  apply: base.input(ImportRequest).output(eventIterator(ImportStep)),
  /** Stops what is read, takes back what is written, or puts in place again what was taken back of the import that runs. */
  cancel: base.input(none).output(none),
  list: base.input(none).output(z.array(ImportOutcome)),
  undo: base.input(z.object({ id: z.string() })).output(eventIterator(ImportStep)),
}
