import { z } from 'zod'
import { Style, Tier } from '../model/levels.ts'
import { BiText } from '../model/text.ts'
import { Fen } from '../model/units.ts'
import { base, none } from './base.ts'

const fourMarks = z
  .array(Fen.positive())
  .length(4)
  .refine(marks => marks.every((mark, i) => mark > (marks[i - 1] ?? 0)), 'marks must rise')

/** What the what-if panel moves; lower bounds of tiers 2..5 in fen. */
export const Thresholds = z
  .object({
    assetMarks: fourMarks,
    valueMarks: fourMarks,
    keep: z.number().gt(0).max(1),
    keepPoints: z.number().min(0).max(100),
  })
  .readonly()
export type Thresholds = z.infer<typeof Thresholds>

export const SegmentPackLine = z
  .object({
    version: z.string(),
    name: BiText,
    origin: BiText,
    active: z.boolean(),
    /** Came with the program; can be gone back to, not changed. */
    shipped: z.boolean(),
    thresholds: Thresholds,
  })
  .readonly()
export type SegmentPackLine = z.infer<typeof SegmentPackLine>

const CellCount = z.object({ tier: Tier, style: Style, before: z.int(), after: z.int() }).readonly()

export const WhatIf = z
  .object({
    moved: z.int(),
    up: z.int(),
    down: z.int(),
    style: z.int(),
    cells: z.array(CellCount),
    /** The first of those who would move, the largest first. */
    clients: z.array(
      z.object({ clientId: z.string(), name: z.string(), assets: z.int(), from: BiText, to: BiText }).readonly(),
    ),
  })
  .readonly()
export type WhatIf = z.infer<typeof WhatIf>

export const Migration = z
  .object({
    from: z.string(),
    to: z.string(),
    stayed: z.int(),
    up: z.int(),
    down: z.int(),
    style: z.int(),
    added: z.int(),
    left: z.int(),
    /** Cells as `5-allocation`, `undetermined`; null where the client was not in the book. */
    flows: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), clients: z.int() }).readonly()),
  })
  .readonly()
export type Migration = z.infer<typeof Migration>

export const CutAxis = z.enum(['risk', 'age', 'need'])
export type CutAxis = z.infer<typeof CutAxis>

/** The book cut by another axis against five bands of assets. */
export const CutView = z
  .object({
    axis: CutAxis,
    rows: z.array(z.object({ id: z.string(), name: BiText }).readonly()),
    bands: z.array(z.object({ tier: Tier, name: BiText }).readonly()),
    cells: z.array(
      z
        .object({
          row: z.string(),
          band: Tier,
          count: z.int(),
          aum: z.int(),
          overdue: z.int(),
          mismatchShare: z.number(),
          revenue365: z.int(),
        })
        .readonly(),
    ),
  })
  .readonly()
export type CutView = z.infer<typeof CutView>

export const segmentRules = {
  packs: base.input(none).output(z.array(SegmentPackLine)),
  whatIf: base.input(Thresholds).output(WhatIf),
  save: base
    .input(z.object({ thresholds: Thresholds, name: z.string().trim().min(1).max(60) }))
    .output(SegmentPackLine),
  activate: base.input(z.object({ version: z.string() })).output(z.array(SegmentPackLine)),
  /** Instants of the recorded runs, newest first. */
  runs: base.input(none).output(z.array(z.string())),
  compare: base.input(z.object({ from: z.string(), to: z.string() })).output(Migration),
  cut: base.input(z.object({ axis: CutAxis })).output(CutView),
}
