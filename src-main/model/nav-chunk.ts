import { z } from 'zod'
import { ProductCode } from './ids.ts'

/** What a chunk covers: a calendar year, or one quarter of it. */
export interface Period {
  readonly year: number
  readonly quarter?: number | undefined
}

/** `2025` or `2026Q4`, as it stands in the key of a chunk. */
export const periodName = ({ year, quarter }: Period): string =>
  quarter === undefined ? `${year}` : `${year}Q${quarter}`

const NAME = /^(.*)\|(\d{4})(?:Q([1-4]))?$/

/** Code and period of a chunk's key; null of any other text. */
export const chunkKey = (key: string): ({ readonly code: string } & Period) | null => {
  const [, code, year, quarter] = NAME.exec(key) ?? []
  if (code === undefined || year === undefined) return null
  return { code, year: Number(year), quarter: quarter === undefined ? undefined : Number(quarter) }
}

/** One fund's NAV of one calendar year, or of a quarter while the year runs: a new day then brings little; key `code|period`. */
export const NavChunk = z
  .object({
    code: ProductCode,
    year: z.int(),
    quarter: z.int().min(1).max(4).optional(),
    /** First day absolute, each next one as the difference in days to the one before. */
    days: z.array(z.int()),
    /** Unit NAV in 1e-4; for money funds 万份收益 in 1e-4 yuan. */
    navs: z.array(z.int()),
  })
  .readonly()
  .refine(c => c.days.length === c.navs.length, 'days and navs differ in length')
export type NavChunk = z.infer<typeof NavChunk>

/** Index levels of one calendar year (1e-4), same layout; the union of all index days is the exchange calendar. */
export const IndexChunk = z
  .object({
    code: z.string().min(1).max(40),
    name: z.string().min(1).max(100),
    year: z.int(),
    days: z.array(z.int()),
    levels: z.array(z.int()),
  })
  .readonly()
  .refine(c => c.days.length === c.levels.length, 'days and levels differ in length')
export type IndexChunk = z.infer<typeof IndexChunk>
