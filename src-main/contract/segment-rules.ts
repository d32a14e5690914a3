import { z } from 'zod'
import { Style, Tier } from '../model/levels.ts'
import { ScorePart } from '../model/segment-pack.ts'
import { BiText } from '../model/text.ts'
import { Fen } from '../model/units.ts'
import { base, none } from './base.ts'
import { AssetBand, CellFigures } from './matrix.ts'

const fourMarks = z
  .array(Fen.positive())
  .length(4)
  .refine(marks => marks.every((mark, i) => mark > (marks[i - 1] ?? 0)), 'marks must rise')

const parts = z.array(ScorePart).min(1)

/** Service standard of one cell as far as it can be changed here. */
export const CellStandard = z
  .object({
    tier: Tier,
    style: Style,
    cadenceDays: z.int().min(1).max(730),
    minutes: z.int().min(1).max(480),
    batch: z.boolean(),
  })
  .readonly()
export type CellStandard = z.infer<typeof CellStandard>

/** What the what-if panel changes in a pack; marks are lower bounds of tiers 2..5 in fen. */
export const Thresholds = z
  .object({
    assetMarks: fourMarks,
    valueMarks: fourMarks,
    keep: z.number().gt(0).max(1),
    keepPoints: z.number().min(0).max(100),
    /** Parts of the three scores: figure, its two marks and its weight. */
    scores: z.object({ trading: parts, wealth: parts, allocation: parts }).readonly(),
    standards: z.array(CellStandard).length(15),
  })
  .readonly()
export type Thresholds = z.infer<typeof Thresholds>

export const SegmentPackLine = z
  .object({
    version: z.string(),
    name: BiText,
    origin: BiText,
    /** What is different from the version before it; null where none is named. */
    changes: BiText.nullable(),
    active: z.boolean(),
    /** Came with the program; can be gone back to, not changed. */
    shipped: z.boolean(),
    thresholds: Thresholds,
  })
  .readonly()
export type SegmentPackLine = z.infer<typeof SegmentPackLine>

/** Hours a week that the book needs: singly, and after some cells are served by one message; and what there is. */
const ServiceHours = z.object({ needed: z.number(), planned: z.number(), available: z.number() }).readonly()

export const WhatIf = z
  .object({
    moved: z.int(),
    up: z.int(),
    down: z.int(),
    style: z.int(),
    /** The fifteen cells under the draft; moved in and out against the cells of now. */
    cells: z.array(CellFigures),
    undetermined: z.int(),
    /** Marks of the tiers by the draft. */
    tiers: z.array(AssetBand),
    hours: z.object({ before: ServiceHours, after: ServiceHours }).readonly(),
    /** The first of those who would move, the largest first. */
    clients: z.array(
      z.object({ clientId: z.string(), name: z.string(), assets: z.int(), from: BiText, to: BiText }).readonly(),
    ),
  })
  .readonly()
export type WhatIf = z.infer<typeof WhatIf>

/** One recorded sorting of the book. */
export const SegmentRunLine = z
  .object({ at: z.string(), why: z.enum(['data', 'rules', 'derived']), pack: z.string() })
  .readonly()
export type SegmentRunLine = z.infer<typeof SegmentRunLine>

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

const CutId = z.string().min(1).max(30)

/** One cut that the rules offer. */
export const CutChoice = z.object({ id: z.string(), title: BiText }).readonly()
export type CutChoice = z.infer<typeof CutChoice>

/** The book cut by another axis against five bands of assets. */
export const CutView = z
  .object({
    axis: z.string(),
    name: BiText,
    title: BiText,
    rows: z.array(z.object({ id: z.string(), name: BiText }).readonly()),
    /** Bands of assets by the marks of the pack, the highest first; fen. */
    bands: z.array(AssetBand),
    cells: z.array(
      z
        .object({
          row: z.string(),
          band: Tier,
          count: z.int(),
          aum: z.int(),
          share: z.number(),
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
  /** The recorded runs, newest first. */
  runs: base.input(none).output(z.array(SegmentRunLine)),
  compare: base.input(z.object({ from: z.string(), to: z.string() })).output(Migration),
  /** Who went one of the ways between two runs, the largest first; those who left are gone with their names. */
  flow: base
    .input(
      z.object({ from: z.string(), to: z.string(), fromCell: z.string().nullable(), toCell: z.string().nullable() }),
    )
    .output(z.array(z.object({ clientId: z.string(), name: z.string(), assets: z.int(), why: BiText }).readonly())),
  cuts: base.input(none).output(z.array(CutChoice)),
  cut: base.input(z.object({ axis: CutId })).output(CutView),
  /** Ids of the clients in one place of a cut. */
  cutClients: base.input(z.object({ axis: CutId, row: z.string(), band: Tier })).output(z.array(z.string())),
}
