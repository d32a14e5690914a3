import { decideSegment } from '../../src-main/domain/segmentation/segment-client.ts'
import type { SegmentInput } from '../../src-main/domain/segmentation/segment-columns.ts'
import type { SegmentPack } from '../../src-main/model/segment-pack.ts'

const numbers = [
  'averageAssets',
  'latestAssets',
  'revenue365',
  'turnover',
  'tradeDays',
  'equityShare',
  'wealthShare',
  'cashShare',
  'classes',
  'topClassShare',
] as const

/** Column names and types of a facts table, for both engines. */
export const factsColumns = (double: string): string =>
  [
    '"id" integer primary key',
    ...numbers.map(n => `"${n}" ${n.endsWith('Assets') || n === 'revenue365' ? 'bigint' : double}`),
    '"advisory" integer',
    '"tradesInYear" integer',
    '"previousTier" integer',
    '"previousStyle" text',
  ].join(', ')

export const factsNames = ['id', ...numbers, 'advisory', 'tradesInYear', 'previousTier', 'previousStyle'] as const

/** One client as a row in the order of `factsNames`. */
export const factsRow = ({ facts, previous }: SegmentInput, id: number): readonly (number | string | null)[] => [
  id,
  ...numbers.map(n => facts[n]),
  facts.advisory ? 1 : 0,
  facts.tradesInYear,
  previous?.tier ?? null,
  previous?.style ?? null,
]

export interface SqlCell {
  readonly id: number
  readonly tier: number | null
  readonly style: string | null
  readonly inactive: number
}

/** The rows of SQL that differ from the pure function. */
export const differences = (
  book: readonly SegmentInput[],
  cells: readonly SqlCell[],
  pack: SegmentPack,
): readonly unknown[] => {
  const byId = new Map(cells.map(cell => [Number(cell.id), cell]))
  return book.flatMap((input, id) => {
    const mine = decideSegment(input.facts, input.previous, pack)
    const theirs = byId.get(id)
    const same =
      theirs !== undefined &&
      theirs.tier === mine.tier &&
      theirs.style === mine.style &&
      theirs.inactive === (mine.inactive ? 1 : 0)
    return same ? [] : [{ id, input, mine: [mine.tier, mine.style, mine.inactive], theirs }]
  })
}
