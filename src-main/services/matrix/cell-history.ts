import type { CellHistory } from '../../contract/matrix.ts'
import type { SegmentRun } from '../../model/segment-run.ts'
import type { Book } from '../book/client-entry.ts'
import { movesBetween, type Move, type Moves } from '../book/moves.ts'
import { segmentRuns } from '../book/segment-runs.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'
import { cellText } from './cell-text.ts'

const RUNS = 12
const NAMED = 6

type Line = CellHistory['runs'][number]

const lineOf = (name: string, run: SegmentRun, { moves, gone }: Moves, book: Book, rules: Rules): Line => {
  const into = moves.filter(move => move.to === name)
  const outOf = moves.filter(move => move.from === name)
  const assets = ({ clientId }: Move): number => book.byId.get(clientId)?.assets ?? 0
  return {
    at: run.at,
    why: run.why,
    pack: run.pack,
    clients: run.clients[name] ?? 0,
    movedIn: into.length,
    movedOut: outOf.length + (gone.get(name) ?? 0),
    moves: [...into, ...outOf]
      .toSorted((a, b) => assets(b) - assets(a))
      .flatMap(move => {
        const entry = book.byId.get(move.clientId)
        if (entry === undefined) return []
        const inwards = move.to === name
        const other = inwards ? move.from : move.to
        return {
          clientId: move.clientId,
          name: entry.client.name,
          direction: inwards ? ('in' as const) : ('out' as const),
          other: other === null ? null : cellText(other, rules),
        }
      })
      .slice(0, NAMED),
  }
}

/** The last runs, newest first: how many clients the cell had, and who came and went against the run before. */
export const cellHistory = (tx: ReadTx, name: string, book: Book, rules: Rules): CellHistory => {
  const runs = segmentRuns(tx.settings).slice(-RUNS - 1)
  const lines = runs.flatMap((run, i) => {
    const before = runs[i - 1]
    return before === undefined ? [] : lineOf(name, run, movesBetween(tx, before, run), book, rules)
  })
  return { runs: lines.toReversed() }
}
