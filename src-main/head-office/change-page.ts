import type { Queries } from './database.ts'

export interface PageRequest {
  readonly book: string
  readonly stream: string
  /** 0 is reference data; null takes all tiers. */
  readonly tier: number | null
  readonly after: number
  readonly limit: number
}

export interface Page {
  readonly count: number
  /** Cursor position after this page. */
  readonly upTo: number
  readonly more: boolean
  /** NDJSON lines, each with its newline; built in the database so that rows are never parsed on the way. */
  readonly body: string
}

/** Without its end, which stands between the lines and after the last one: a row is copied as few times as can be. */
const line = `case when deleted
  then '{"op":"delete","key":' || to_json(key)::text || ',"seq":' || seq
  else '{"op":"put","key":' || to_json(key)::text || ',"seq":' || seq || ',"row":' || row end`
const end = `E'}\\n'`

const columns = 'key, seq, deleted, row'
const part = (tier: string): string =>
  `select ${columns} from changes where book = $1 and stream = $2 and tier = ${tier} and seq > $3 order by seq limit $4`

const sql = (source: string): string => `
with head as (select seq from books where id = $1),
page as (${source})
select (select seq from head)::float8 as head, count(*)::int as count,
  coalesce(max(seq), 0)::float8 as last, coalesce(string_agg(${line}, ${end} order by seq) || ${end}, '') as body
from page`

const ofTier = sql(part('$5'))
const ofAll = sql(
  `select one.* from generate_series(0, 5) as t(tier), lateral (${part('t.tier')}) as one order by one.seq limit $4`,
)

/** One statement, so one snapshot: the head it reports is not ahead of the rows it saw. */
export const readPage = async (db: Queries, request: PageRequest): Promise<Page> => {
  const { book, stream, tier, after, limit } = request
  const params = [book, stream, after, limit]
  const [row] = await db.query<{ head: number | null; count: number; last: number; body: string }>(
    tier === null ? ofAll : ofTier,
    tier === null ? params : [...params, tier],
  )
  if (row === undefined || row.head === null) throw new Error(`There is no book ${book}`)
  const more = row.count >= limit
  return { count: row.count, upTo: more ? row.last : Math.max(row.head, after), more, body: row.body }
}
