import { type Write, reference, writeChanges } from './change-log.ts'
import type { Database, Queries } from './database.ts'
import { secondDay } from './demo/second-day.ts'
import type { DemoWorld } from './demo/world.ts'
import { moveClient } from './move-client.ts'

/** Writes the world's second day in one transaction; books are taken in the order of their ids. */
export const applyNextDay = (db: Database, world: DemoWorld): Promise<number> =>
  db.transaction(async (tx: Queries) => {
    const byBook = new Map<string, Write[]>()
    const moves = []
    for (const change of secondDay(world)) {
      if (change.op === 'move') moves.push(change)
      else {
        const book = change.book ?? reference
        const list = byBook.get(book) ?? []
        list.push({ op: 'put', ...change.put })
        byBook.set(book, list)
      }
    }
    let count = 0
    for (const book of [...byBook.keys()].toSorted()) {
      const writes = byBook.get(book) ?? []
      await writeChanges(tx, book, writes)
      count += writes.length
    }
    for (const m of moves) count += await moveClient(tx, m.clientId, m.from, m.to)
    return count
  })
