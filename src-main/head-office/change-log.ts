import type { Queries } from './database.ts'

/** One write to a book. */
export type Write =
  | { readonly op: 'put'; readonly stream: string; readonly key: string; readonly tier: number; readonly row: object }
  | { readonly op: 'delete'; readonly stream: string; readonly key: string }

/** The pseudo book of reference data. */
export const reference = '*'

/**
 * Takes the book's lock and numbers for `count` writes. The lock is held to the end of the transaction: a number is
 * visible only when every smaller one is. Several books must be taken in the order of their ids.
 */
export const takeNumbers = async (tx: Queries, book: string, count: number): Promise<number> => {
  const [row] = await tx.query<{ seq: string | number }>(
    'update books set seq = seq + $2 where id = $1 returning seq',
    [book, count],
  )
  if (row === undefined) throw new Error(`There is no book ${book}`)
  return Number(row.seq) - count
}

const upsert = `
insert into changes (book, stream, key, tier, seq, deleted, row)
select $1, * from unnest($2::text[], $3::text[], $4::int[], $5::bigint[], $6::boolean[], $7::text[])
on conflict (book, stream, key) do update
  set tier = case when excluded.deleted then changes.tier else excluded.tier end,
      seq = excluded.seq, deleted = excluded.deleted, row = excluded.row`

/** Writes rows to a book inside the caller's transaction; later writes of one key win. */
export const writeChanges = async (tx: Queries, book: string, writes: readonly Write[]): Promise<void> => {
  const newest = new Map(writes.map(w => [`${w.stream}\n${w.key}`, w]))
  const list = [...newest.values()]
  if (list.length === 0) return
  const first = await takeNumbers(tx, book, list.length)
  for (let at = 0; at < list.length; at += 5000) {
    const part = list.slice(at, at + 5000)
    await tx.query(upsert, [
      book,
      part.map(w => w.stream),
      part.map(w => w.key),
      part.map(w => (w.op === 'put' ? w.tier : 1)),
      part.map((_, i) => first + at + i + 1),
      part.map(w => w.op === 'delete'),
      part.map(w => (w.op === 'put' ? JSON.stringify(w.row) : null)),
    ])
  }
}
