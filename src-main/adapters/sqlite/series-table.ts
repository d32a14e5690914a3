import type { RawDb } from './database.ts'
import {
  before,
  extendsPoints,
  fromBlob,
  noPoints,
  spliceAll,
  startOf,
  toBlob,
  toSeries,
  type Chunk,
  type Points,
} from './series-blob.ts'
import { joined, seriesTail } from './series-tail.ts'
import type { Prepare } from './table.ts'
import type { NavMark, Series } from '../../services/ports/series.ts'

/** Rows of an earlier epoch, until head office brings them again. */
const STARTED_OVER = -1

/** One blob a fund or index, and the newest days beside it. Chunks of one code that follow each other are spliced in memory and written once. */
export const seriesTable = (prepare: Prepare, name: 'navs' | 'benchmarks', db: RawDb) => {
  let open: {
    readonly code: string
    readonly known: Points
    readonly chunks: Chunk[]
    title: string
    seq: number
  } | null = null

  const tail = seriesTail(prepare, name)
  const load = (code: string): Points | null => {
    const body = prepare(`SELECT body FROM ${name} WHERE code = ?`).pluck().get([code])
    if (!(body instanceof Uint8Array)) return null
    const waiting = tail.waiting(code)
    return waiting === null ? fromBlob(body) : joined(fromBlob(body), waiting)
  }
  /**
   * What a chunk is spliced into. The first one after a start over cuts off what lies behind its start: a head office
   * that was restored from an older state has no chunk that would say so.
   */
  const knownTo = (code: string, chunk: Chunk): Points => {
    const points = load(code) ?? noPoints
    const seq = prepare(`SELECT seq FROM ${name} WHERE code = ?`).pluck().get([code])
    return seq === STARTED_OVER ? before(points, startOf(chunk)) : points
  }
  /** Days after the end leave the past as it is. */
  const markLater = (code: string, { days, values }: Points): void => {
    const last = days.at(-1)
    if (last !== undefined)
      prepare('UPDATE navMarks SET lastDay = ?, lastValue = ?, points = points + ? WHERE code = ?').run([
        last,
        values.at(-1) ?? 0,
        days.length,
        code,
      ])
  }
  const flush = (): void => {
    if (open === null) return
    const { code, known, chunks, title, seq } = open
    open = null
    const points = spliceAll(known, chunks)
    const last = points.days.at(-1)
    if (last === undefined) {
      prepare(`DELETE FROM ${name} WHERE code = ?`).run([code])
      if (name === 'navs') prepare('DELETE FROM navMarks WHERE code = ?').run([code])
      tail.remove(code)
      return
    }
    if (name === 'navs')
      prepare(
        `INSERT INTO navMarks (code, lastDay, lastValue, points, past) VALUES (?, ?, ?, ?, 0)
         ON CONFLICT (code) DO UPDATE SET lastDay = excluded.lastDay, lastValue = excluded.lastValue, points = excluded.points, past = past + ?`,
      ).run([code, last, points.values.at(-1) ?? 0, points.days.length, extendsPoints(known, points) ? 0 : 1])
    const [column, mark, set] =
      name === 'benchmarks'
        ? ['name, ', '?, ', `name = CASE excluded.name WHEN '' THEN name ELSE excluded.name END, `]
        : ['', '', '']
    prepare(
      `INSERT INTO ${name} (code, ${column}lastDay, points, body, seq) VALUES (?, ${mark}?, ?, ?, ?)
       ON CONFLICT (code) DO UPDATE SET ${set}lastDay = excluded.lastDay, points = excluded.points, body = excluded.body, seq = max(seq, excluded.seq)`,
    ).run([code, ...(name === 'benchmarks' ? [title] : []), last, points.days.length, toBlob(points), seq])
    tail.reset(code, points, chunks)
  }
  return {
    name,
    splice(code: string, title: string, chunk: Chunk, seq: number): void {
      if (open !== null && open.code !== code) flush()
      if (open === null) {
        // an index brings its name along, which lies beside its blob
        const days = name === 'navs' ? tail.extend(code, chunk) : null
        if (days !== null) {
          markLater(code, days)
          return
        }
        open = { code, known: knownTo(code, chunk), chunks: [], title, seq }
      }
      open.chunks.push(chunk)
      if (title !== '') open.title = title
      open.seq = seq
    },
    /** Writes what is still in memory; called before the transaction ends. */
    flush,
    /** Forgets what is in memory after a transaction that failed. */
    discard(): void {
      open = null
    },
    codes: (): string[] => db.prepare<[], string>(`SELECT code FROM ${name} ORDER BY code`).pluck().all(),
    series(code: string): Series | null {
      const points = load(code)
      return points === null ? null : toSeries(points)
    },
    lastDay(code: string): number | null {
      const day = prepare(`SELECT lastDay FROM ${name} WHERE code = ?`).pluck().get([code])
      return typeof day === 'number' ? (tail.lastDay(code) ?? day) : null
    },
    marks(): ReadonlyMap<string, NavMark> {
      const rows = prepare('SELECT code, lastDay, lastValue, points, past FROM navMarks').all() as (NavMark & {
        readonly code: string
      })[]
      return new Map(rows.map(({ code, lastValue, ...mark }) => [code, { ...mark, lastValue: lastValue / 10_000 }]))
    },
    count: (): number => Number(prepare(`SELECT count(*) FROM ${name}`).pluck().get()),
  }
}
export type SeriesTable = ReturnType<typeof seriesTable>
