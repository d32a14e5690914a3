import { type Write, takeNumbers, writeChanges } from './change-log.ts'
import type { Queries } from './database.ts'

/** Hands a client with everything that belongs to it to another book: deletes there, puts here, in one transaction. */
export const moveClient = async (tx: Queries, clientId: string, from: string, to: string): Promise<number> => {
  // Both locks first and in one order, so that two moves cannot wait for each other
  for (const book of [from, to].toSorted()) await takeNumbers(tx, book, 0)
  const rows = await tx.query<{ stream: string; key: string; tier: number; row: string }>(
    `select stream, key, tier, row from changes
     where book = $1 and not deleted and ((stream = 'clients' and key = $2) or (row like '%' || $2 || '%' and row::jsonb ->> 'clientId' = $2))`,
    [from, clientId],
  )
  if (rows.length === 0) throw new Error(`Book ${from} has no client ${clientId}`)
  await writeChanges(
    tx,
    from,
    rows.map((r): Write => ({ op: 'delete', stream: r.stream, key: r.key })),
  )
  await writeChanges(
    tx,
    to,
    rows.map((r): Write => ({
      op: 'put',
      stream: r.stream,
      key: r.key,
      tier: r.tier,
      row: JSON.parse(r.row) as object,
    })),
  )
  return rows.length * 2
}
