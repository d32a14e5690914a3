import { type Queries, copyText } from './database.ts'
import { changeIndexes, dropChangeIndexes } from './migrations/0001-change-log.ts'

export interface LoadRow {
  readonly stream: string
  readonly key: string
  readonly tier: number
  readonly row: object
}

/** Text handed to one COPY, in characters. */
const batch = 8_000_000

/** Fills an empty change log: numbers in the order given, indexes built at the end. */
export const bulkLoad = async (
  tx: Queries,
  books: readonly (readonly [string, Iterable<LoadRow>])[],
): Promise<number> => {
  const [found] = await tx.query<{ any: boolean }>('select exists (select 1 from changes) as any')
  if (found?.any !== false) throw new Error('A first load needs an empty head office')
  await tx.script(dropChangeIndexes)
  let total = 0
  for (const [book, rows] of books) {
    let seq = 0
    let lines: string[] = []
    let size = 0
    for (const r of rows) {
      seq++
      const text = `${book}\t${r.stream}\t${copyText(r.key)}\t${r.tier}\t${seq}\tf\t${copyText(JSON.stringify(r.row))}\n`
      lines.push(text)
      size += text.length
      if (size > batch) {
        await tx.copy('changes', lines.join(''))
        lines = []
        size = 0
      }
    }
    if (lines.length > 0) await tx.copy('changes', lines.join(''))
    await tx.query('update books set seq = $2 where id = $1', [book, seq])
    total += seq
  }
  await tx.script(changeIndexes)
  return total
}
