import { streams, StreamName } from '../model/stream.ts'
import { reference } from './change-log.ts'
import type { Queries } from './database.ts'

export interface StreamHead {
  readonly stream: string
  readonly tier: number | null
  readonly seq: number
}

const sql = `
select step.stream, step.tier, newest.seq::float8 as seq
from unnest($1::text[], $2::text[], $3::int[]) as step (book, stream, tier),
lateral (
  select seq from changes where book = step.book and stream = step.stream and tier = step.tier order by seq desc limit 1
) as newest`

/** The highest number of every stream and tier that has rows: a reader that has it need not ask for the stream. */
export const streamHeads = async (db: Queries, book: string): Promise<StreamHead[]> => {
  const steps = StreamName.options.flatMap(stream =>
    streams[stream].scope === 'book'
      ? [1, 2, 3, 4, 5].map(tier => ({ book, stream, tier }))
      : [{ book: reference, stream, tier: 0 }],
  )
  const rows = await db.query<{ stream: string; tier: number; seq: number }>(sql, [
    steps.map(step => step.book),
    steps.map(step => step.stream),
    steps.map(step => step.tier),
  ])
  return rows.map(({ stream, tier, seq }) => ({ stream, tier: tier === 0 ? null : tier, seq }))
}
