import { z } from 'zod'
import { Style, Tier } from './levels.ts'
import { BiText } from './text.ts'
import { SegmentCell } from './segment-cell.ts'
import { Fen, IsoDate } from './units.ts'

export const StyleFigure = z.enum([
  'turnover',
  'tradeDays',
  'equityShare',
  'wealthShare',
  'cashShare',
  'classes',
  'topClassShare',
  'advisory',
])
export type StyleFigure = z.infer<typeof StyleFigure>

/** Part of a score: 0 points at `zero`, 100 at `full`, linear between, clamped; `invert` takes 100 minus that. */
export const ScorePart = z
  .strictObject({
    figure: StyleFigure,
    zero: z.number(),
    full: z.number(),
    weight: z.number().min(0).max(1),
    invert: z.boolean(),
  })
  .refine(p => p.zero < p.full, 'the first mark must be below the second')
  .readonly()
export type ScorePart = z.infer<typeof ScorePart>

const marks = z
  .tuple([Fen, Fen, Fen, Fen])
  .refine(m => m.every((mark, i) => mark > 0 && mark > (m[i - 1] ?? 0)), 'marks must be positive and rising')
  .readonly()
const parts = z
  .array(ScorePart)
  .min(1)
  .refine(all => Math.abs(all.reduce((sum, p) => sum + p.weight, 0) - 1) < 1e-9, 'weights must sum to 1')
  .readonly()

/** Thresholds, service standards, shelves and caps of the 15-cell matrix. */
export const SegmentPack = z
  .strictObject({
    $schema: z.string().optional(),
    kind: z.literal('segments'),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    name: BiText,
    /** Whose thresholds these are, printed wherever they are shown. */
    origin: BiText,
    /** What is different from the version before it. */
    changes: BiText.optional(),
    tier: z
      .strictObject({
        /** Lower bounds of tiers 2..5, in fen. */
        assetMarks: marks,
        valueMarks: marks,
        /** A client moves down only below this part of the mark. */
        keep: z.number().gt(0).max(1),
        names: z.tuple([BiText, BiText, BiText, BiText, BiText]).readonly(),
      })
      .readonly(),
    style: z
      .strictObject({
        /** The previous style stays when it is at most this many points behind. */
        keepPoints: z.number().min(0).max(100),
        /** First wins an exact tie. */
        tieOrder: z
          .tuple([Style, Style, Style])
          .refine(o => new Set(o).size === 3, 'name each style once')
          .readonly(),
        scores: z.strictObject({ trading: parts, wealth: parts, allocation: parts }).readonly(),
        inactive: z.strictObject({ tier: Tier, style: Style }).readonly(),
        names: z.strictObject({ trading: BiText, wealth: BiText, allocation: BiText }).readonly(),
      })
      .readonly(),
    cells: z
      .array(SegmentCell)
      .refine(
        c => c.length === 15 && new Set(c.map(x => `${x.tier}-${x.style}`)).size === 15,
        'each of the 15 cells once',
      )
      .readonly(),
  })
  .readonly()
export type SegmentPack = z.infer<typeof SegmentPack>
