import type { CellView } from '../../contract/matrix.ts'
import { fill } from '../../domain/text/fill.ts'
import type { Book } from '../book/client-entry.ts'
import type { Move, Moves } from '../book/moves.ts'
import type { Rules } from '../rules/rules.ts'
import { cellText, moveText } from './cell-text.ts'

const SHOWN = 12

/** Those who came into a cell and went out of it, the largest first. */
export const cellMoves = (
  name: string,
  { moves, gone }: Moves,
  book: Book,
  rules: Rules,
): Pick<CellView, 'moves' | 'movedTotal' | 'gone'> => {
  const { phrases } = rules.segmentTexts
  const line = (move: Move): CellView['moves'] => {
    const entry = book.byId.get(move.clientId)
    if (entry === undefined) return []
    const inwards = move.to === name
    const other = cellText(inwards ? move.from : move.to, rules)
    return [
      {
        clientId: move.clientId,
        name: entry.client.name,
        direction: inwards ? 'in' : 'out',
        what: move.from === null ? phrases.new : fill(inwards ? phrases.movedIn : phrases.movedOut, { cell: other }),
        why: moveText(move.from, entry, rules),
      },
    ]
  }
  const own = moves.filter(move => move.to === name || move.from === name)
  const away = own.filter(move => move.to === null).length
  const staying = own
    .filter(move => move.to !== null)
    .toSorted((a, b) => (book.byId.get(b.clientId)?.assets ?? 0) - (book.byId.get(a.clientId)?.assets ?? 0))
  return {
    moves: staying.slice(0, SHOWN).flatMap(line),
    movedTotal: staying.length,
    gone: away + (gone.get(name) ?? 0),
  }
}
