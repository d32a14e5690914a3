import { z } from 'zod'
import { RiskCapacity, Style } from './levels.ts'
import { IsoDate } from './units.ts'

const TextField = z.enum(['name', 'id', 'phoneTail', 'branch', 'tags'])
const NumberField = z.enum(['assets', 'cash', 'revenue365', 'holdings', 'mismatch', 'undetermined', 'overdueDays'])
const DateField = z.enum(['validUntil', 'lastContact', 'dueOn'])

/** What a set may hold; `none` is a missing value. */
export const filterSets = {
  tier: ['5', '4', '3', '2', '1', 'none'],
  style: [...Style.options, 'none'],
  riskCapacity: [...RiskCapacity.options, 'professional', 'none'],
  activity: ['active', 'inactive'],
} as const satisfies Record<string, readonly string[]>
const SetField = z.enum(['tier', 'style', 'riskCapacity', 'activity'])
export type SetField = z.infer<typeof SetField>

const range = <T extends z.ZodType>(mark: T) => ({ from: mark.nullable(), to: mark.nullable() })

/** One column of the clients grid and what passes there; several filters pass together. */
export const ColumnFilter = z.discriminatedUnion('kind', [
  /** Every typed word stands in it, in either case. */
  z.strictObject({ kind: z.literal('text'), field: TextField, text: z.string().trim().min(1).max(100) }).readonly(),
  /** Both ends belong to it; money in fen. A missing figure is in no range. */
  z
    .strictObject({ kind: z.literal('number'), field: NumberField, ...range(z.number()) })
    .refine(f => f.from !== null || f.to !== null, 'a range has an end')
    .refine(f => f.from === null || f.to === null || f.from <= f.to, 'a range runs upwards')
    .readonly(),
  /** Both days belong to it; `missing` lets those without a day pass too, and alone nobody else. */
  z
    .strictObject({ kind: z.literal('date'), field: DateField, ...range(IsoDate), missing: z.boolean() })
    .refine(f => f.from !== null || f.to !== null || f.missing, 'a range has an end')
    .refine(f => f.from === null || f.to === null || f.from <= f.to, 'a range runs upwards')
    .readonly(),
  z
    .strictObject({ kind: z.literal('set'), field: SetField, values: z.array(z.string().max(40)).min(1).readonly() })
    .refine(f => f.values.every(value => (filterSets[f.field] as readonly string[]).includes(value)), 'no such value')
    .readonly(),
])
export type ColumnFilter = z.infer<typeof ColumnFilter>
export type FilterField = ColumnFilter['field']

/** Filters of several columns, one a column. */
export const ColumnFilters = z
  .array(ColumnFilter)
  .max(30)
  .refine(all => new Set(all.map(filter => filter.field)).size === all.length, 'a column is filtered once')
  .readonly()
export type ColumnFilters = z.infer<typeof ColumnFilters>
