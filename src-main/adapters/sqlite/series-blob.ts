import { periodName, type Period } from '../../model/nav-chunk.ts'
import type { Series } from '../../services/ports/series.ts'

/** Day numbers and values in 1e-4, both int32. */
export interface Points {
  readonly days: Int32Array
  readonly values: Int32Array
}

export const noPoints: Points = { days: new Int32Array(0), values: new Int32Array(0) }

export const toBlob = ({ days, values }: Points): Uint8Array => {
  const blob = new Uint8Array(days.byteLength + values.byteLength)
  blob.set(new Uint8Array(days.buffer, days.byteOffset, days.byteLength), 0)
  blob.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), days.byteLength)
  return blob
}

/** Copies, because a blob of the driver need not lie on a multiple of four. */
export const fromBlob = (blob: Uint8Array): Points => {
  const whole = new Int32Array(blob.slice().buffer)
  const n = whole.length / 2
  return { days: whole.slice(0, n), values: whole.slice(n) }
}

export const toSeries = ({ days, values: fixed }: Points): Series => {
  const values = new Float64Array(fixed.length)
  for (let i = 0; i < values.length; i++) values[i] = (fixed[i] ?? 0) / 10_000
  return { days, values }
}

/** The points of one period. */
export interface Chunk extends Period {
  /** First day absolute, each next one as a difference. */
  readonly days: readonly number[]
  readonly values: readonly number[]
}

const largest = 2 ** 31 - 1

/** Why a chunk cannot be kept: its days must rise within its period, its values must fit 32 bits; null when it can. */
export const chunkFault = (chunk: Chunk): string | null => {
  const { days, values } = chunk
  const start = startOf(chunk)
  let day = 0
  for (let i = 0; i < days.length; i++) {
    const step = days[i] ?? 0
    if (i === 0 ? step < start : step <= 0) return `days.${i}: outside the ${spanOf(chunk)} or not rising`
    day += step
    const value = values[i] ?? 0
    if (value > largest || value < -largest) return `values.${i}: too large`
  }
  return day < endOf(chunk) ? null : `days: beyond the ${spanOf(chunk)} ${periodName(chunk)}`
}

/** Calendar year of a day since 1970-01-01. */
export const yearOfDay = (day: number): number => new Date(day * 86_400_000).getUTCFullYear()

const quarterStart = (year: number, quarter: number): number => Date.UTC(year, 3 * (quarter - 1), 1) / 86_400_000
/** First day of a period, and the first one after it. */
export const startOf = ({ year, quarter = 1 }: Period): number => quarterStart(year, quarter)
export const endOf = ({ year, quarter = 4 }: Period): number => quarterStart(year, quarter + 1)

const spanOf = ({ quarter }: Period): string => (quarter === undefined ? 'year' : 'quarter')

export const lowerBound = (days: Int32Array, day: number): number => {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** Replaces everything of the chunk's period; an empty chunk erases it. */
export const splice = (points: Points, chunk: Chunk): Points => {
  const from = lowerBound(points.days, startOf(chunk))
  const to = lowerBound(points.days, endOf(chunk))
  const added = chunk.days.length
  const length = points.days.length - (to - from) + added
  const days = new Int32Array(length)
  const values = new Int32Array(length)
  days.set(points.days.subarray(0, from))
  values.set(points.values.subarray(0, from))
  let day = 0
  for (let i = 0; i < added; i++) {
    day += chunk.days[i] ?? 0
    days[from + i] = day
    values[from + i] = chunk.values[i] ?? 0
  }
  days.set(points.days.subarray(to), from + added)
  values.set(points.values.subarray(to), from + added)
  return { days, values }
}

/** Whether every chunk lies behind the one before it, the first behind the points. */
const followEachOther = ({ days }: Points, chunks: readonly Chunk[]): boolean => {
  let last = days.at(-1) ?? -Infinity
  return chunks.every(chunk => {
    const follows = startOf(chunk) > last
    last = endOf(chunk) - 1
    return follows
  })
}

/** The chunks one after the other; periods that follow each other, as a first pull brings them, are put together in one go. */
export const spliceAll = (points: Points, chunks: readonly Chunk[]): Points => {
  if (chunks.length < 2 || !followEachOther(points, chunks)) return chunks.reduce(splice, points)
  const length = chunks.reduce((sum, chunk) => sum + chunk.days.length, points.days.length)
  const days = new Int32Array(length)
  const values = new Int32Array(length)
  days.set(points.days)
  values.set(points.values)
  let at = points.days.length
  for (const chunk of chunks) {
    let day = 0
    for (let i = 0; i < chunk.days.length; i++, at++) {
      day += chunk.days[i] ?? 0
      days[at] = day
      values[at] = chunk.values[i] ?? 0
    }
  }
  return { days, values }
}

/** Whether `after` is `before` with nothing but days at its end added. */
export const extendsPoints = (before: Points, after: Points): boolean =>
  after.days.length >= before.days.length &&
  before.days.every((day, i) => after.days[i] === day && after.values[i] === before.values[i])

/** What lies before a day. */
export const before = ({ days, values }: Points, day: number): Points => {
  const to = lowerBound(days, day)
  return { days: days.slice(0, to), values: values.slice(0, to) }
}
