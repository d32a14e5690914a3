import type { ImportPack } from '../../../model/import/import-pack.ts'
import type { BiText } from '../../../model/text.ts'
import type { YieldChunk, YieldCurve } from '../../../model/yield-chunk.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import { navChunks, pointsOf } from '../read-navs.ts'
import type { MarketTable } from './market-layout.ts'
import type { MarketLine } from './market-line.ts'

export interface YieldPoint {
  readonly curve: YieldCurve
  readonly name: string
  readonly months: number
  readonly day: number
  /** In 1e-6. */
  readonly value: number
}

/** Which of the two curves a published name means; `null` for one that nothing here is measured with. */
export function curveOfName(name: string, { curves }: ImportPack): YieldCurve | null {
  return Object.entries(curves).find(([word]) => name.includes(word))?.[1] ?? null
}

/** The yields of one line, a column a tenor in percent; `skip` for a curve that has no use here. */
export function yieldPoints(
  { tenors }: MarketTable,
  line: MarketLine,
  pack: ImportPack,
): { readonly points: readonly YieldPoint[] } | BiText | 'skip' {
  const name = line.text('curve')
  if (name === '') return { zh: '没有曲线名称', en: 'no name of the curve' }
  const date = line.date('date')
  const read = tenors.map(months => ({ months, value: line.number(`tenor${months}`, 4) }))
  const [fault] = line.faults
  if (fault !== undefined || date === null) return fault ?? { zh: '没有日期', en: 'no date' }
  const curve = curveOfName(name, pack)
  if (curve === null) return 'skip'
  const day = dayNumber(date)
  return {
    points: read.flatMap(({ months, value }) => (value === null ? [] : [{ curve, name, months, day, value }])),
  }
}

/** Points of all lines as one chunk a curve, tenor and year; of two points of a day the later line counts. */
export function yieldChunks(points: readonly YieldPoint[]): readonly YieldChunk[] {
  const names = new Map(points.map(p => [p.curve, p.name]))
  const chunks = navChunks(points.map(p => ({ code: `${p.curve}|${p.months}`, day: p.day, nav: p.value })))
  return chunks.map(({ code, year, days, navs }) => {
    const [curve, months] = code.split('|') as [YieldCurve, string]
    return { curve, name: names.get(curve) ?? curve, months: Number(months), year, days: [...days], yields: [...navs] }
  })
}

const asNavs = ({ days, yields, year }: YieldChunk) => pointsOf({ code: '', year, days, navs: yields })

/** A year of yields joins what is here already, a file's point before a kept one. */
export function joinedYields(kept: YieldChunk, read: YieldChunk): YieldChunk {
  const [joined] = navChunks([...asNavs(kept), ...asNavs(read)])
  return joined === undefined ? read : { ...read, days: [...joined.days], yields: [...joined.navs] }
}
