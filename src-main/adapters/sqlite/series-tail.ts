import { hash } from 'node:crypto'
import type { Period } from '../../model/nav-chunk.ts'
import { endOf, fromBlob, lowerBound, startOf, toBlob, yearOfDay, type Chunk, type Points } from './series-blob.ts'
import type { Prepare } from './table.ts'

interface TailRecord {
  /** Of the period: 2025, or 20264 for its fourth quarter. */
  readonly year: number
  readonly count: number
  readonly mark: string
  readonly body: Uint8Array
}

/** Points that may wait beside the blob; then the blob is written anew. */
const most = 60

const numberOf = ({ year, quarter }: Period): number => (quarter === undefined ? year : 10 * year + quarter)

/** Reused for every mark: thousands of funds have their period compared each day. */
let scratch = new Int32Array(1024)

/** Names the first `count` points: what is hashed is the blob that they would make. */
const markOf = ({ days, values }: Points, count = days.length): string => {
  if (scratch.length < 2 * count) scratch = new Int32Array(4 * count)
  scratch.set(days.subarray(0, count))
  scratch.set(values.subarray(0, count), count)
  return hash('sha256', new Uint8Array(scratch.buffer, 0, 8 * count), 'base64url').slice(0, 22)
}

const pointsOf = (chunk: Chunk): Points => {
  const days = new Int32Array(chunk.days.length)
  let day = 0
  for (let i = 0; i < days.length; i++) days[i] = day += chunk.days[i] ?? 0
  return { days, values: Int32Array.from(chunk.values) }
}

const part = ({ days, values }: Points, from: number, to?: number): Points => ({
  days: days.slice(from, to),
  values: values.slice(from, to),
})

const appended = (a: Int32Array, b: Int32Array): Int32Array => {
  const both = new Int32Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

export const joined = (a: Points, b: Points): Points => ({
  days: appended(a.days, b.days),
  values: appended(a.values, b.values),
})

/** The rows beside the blobs of one table of series. */
export const seriesTail = (prepare: Prepare, series: 'navs' | 'benchmarks') => {
  const put = (code: string, period: Period, all: Points, waiting: Points): void => {
    prepare(
      `INSERT INTO seriesTails (series, code, year, count, mark, lastDay, body) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (series, code) DO UPDATE SET year = excluded.year, count = excluded.count, mark = excluded.mark,
       lastDay = excluded.lastDay, body = excluded.body`,
    ).run([series, code, numberOf(period), all.days.length, markOf(all), all.days.at(-1) ?? 0, toBlob(waiting)])
  }
  return {
    waiting(code: string): Points | null {
      const body = prepare('SELECT body FROM seriesTails WHERE series = ? AND code = ?').pluck().get([series, code])
      return body instanceof Uint8Array && body.length > 0 ? fromBlob(body) : null
    },
    lastDay(code: string): number | null {
      const day = prepare('SELECT lastDay FROM seriesTails WHERE series = ? AND code = ?').pluck().get([series, code])
      return typeof day === 'number' ? day : null
    },
    /** The blob holds everything; new days come in the period of the last one, as the chunks cut it. */
    reset(code: string, points: Points, chunks: readonly Chunk[]): void {
      const last = points.days.at(-1) ?? 0
      const period = chunks.findLast(chunk => startOf(chunk) <= last && last < endOf(chunk)) ?? {
        year: yearOfDay(last),
      }
      put(code, period, part(points, lowerBound(points.days, startOf(period))), part(points, 0, 0))
    },
    remove(code: string): void {
      prepare('DELETE FROM seriesTails WHERE series = ? AND code = ?').run([series, code])
    },
    /** The days that a chunk adds to the period that is here already; they are kept beside the blob. Null when it is no such chunk. */
    extend(code: string, chunk: Chunk): Points | null {
      const known = prepare('SELECT year, count, mark, body FROM seriesTails WHERE series = ? AND code = ?').get([
        series,
        code,
      ]) as TailRecord | undefined
      if (known === undefined || known.year !== numberOf(chunk) || chunk.days.length < known.count) return null
      const all = pointsOf(chunk)
      if (markOf(all, known.count) !== known.mark) return null
      const added = part(all, known.count)
      const waiting = joined(fromBlob(known.body), added)
      if (waiting.days.length > most) return null
      if (added.days.length > 0) put(code, chunk, all, waiting)
      return added
    },
  }
}
