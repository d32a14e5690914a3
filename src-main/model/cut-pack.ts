import { z } from 'zod'
import { BiText } from './text.ts'
import { IsoDate, Ratio } from './units.ts'

/** What a client can be sorted by: words (`level`, `need`, `age` of those without one) or numbers; money in fen. */
export const CutFigure = z.enum(['level', 'need', 'age', 'cashShare', 'revenue365'])
export type CutFigure = z.infer<typeof CutFigure>

const id = z
  .string()
  .min(1)
  .max(30)
  .regex(/^[A-Za-z][A-Za-z0-9]*$/, 'letters and figures')

/** A row takes the named words, the numbers from `from` on and below `below`, and without any of them all that is left. */
export const CutRow = z
  .strictObject({
    id,
    name: BiText,
    words: z.array(z.string().min(1)).min(1).readonly().optional(),
    from: z.number().optional(),
    below: z.number().optional(),
  })
  .readonly()
export type CutRow = z.infer<typeof CutRow>

const takesTheRest = (row: CutRow | undefined): boolean =>
  row !== undefined && row.words === undefined && row.from === undefined && row.below === undefined

/** One way to cut the book against the bands of assets. */
export const CutAxis = z
  .strictObject({
    id,
    /** Of the axis, and of the cut as it is chosen. */
    name: BiText,
    title: BiText,
    figure: CutFigure,
    rows: z
      .array(CutRow)
      .min(2)
      .max(12)
      .refine(rows => new Set(rows.map(row => row.id)).size === rows.length, 'an id comes once')
      .refine(rows => takesTheRest(rows.at(-1)), 'the last row takes all that is left')
      .refine(rows => !rows.slice(0, -1).some(takesTheRest), 'only the last row takes all that is left')
      .readonly(),
  })
  .readonly()
export type CutAxis = z.infer<typeof CutAxis>

/** Other cuts of the matrix, and how near a border counts as near. */
export const CutPack = z
  .strictObject({
    $schema: z.string().optional(),
    kind: z.literal('cuts'),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    origin: BiText,
    /** A change of this part of the assets, or of this many points of a score, would cross the border. */
    near: z.strictObject({ assetsPart: Ratio.gt(0).max(1), scorePoints: z.number().gt(0).max(100) }).readonly(),
    axes: z
      .array(CutAxis)
      .min(1)
      .max(12)
      .refine(axes => new Set(axes.map(axis => axis.id)).size === axes.length, 'an id comes once')
      .readonly(),
  })
  .readonly()
export type CutPack = z.infer<typeof CutPack>
