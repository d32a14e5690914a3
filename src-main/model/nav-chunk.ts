import { z } from 'zod'
import { ProductCode } from './ids.ts'

/** One fund's NAV of one calendar year; key `code|year`. */
export const NavChunk = z
  .object({
    code: ProductCode,
    year: z.int(),
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
