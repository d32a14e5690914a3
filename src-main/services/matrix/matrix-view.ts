import type { MatrixView } from '../../contract/matrix.ts'
import { cellIndex } from '../../domain/segmentation/cell-index.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { IsoDate } from '../../model/units.ts'
import { bookColumns } from '../book/book-columns.ts'
import { parseCellName } from '../book/cell-name.ts'
import type { Book } from '../book/client-entry.ts'
import type { Move, Moves } from '../book/moves.ts'
import type { Rules } from '../rules/rules.ts'
import { assetBand } from './asset-band.ts'
import { cellFigures, STYLES, TIERS, type Traffic } from './cell-figures.ts'

export interface MatrixInput {
  readonly book: Book
  readonly rules: Rules
  readonly compared: Moves & { readonly with: string | null }
  readonly marks: MatrixView['marks']
  /** As `bookHistory` answers it. */
  readonly weekly: Float64Array
}

const placeOf = (cell: string): number => {
  const { tier, style } = parseCellName(cell)
  return cellIndex(tier, style)
}

const add = (counts: Map<number, number>, cell: string, n: number): void => {
  counts.set(placeOf(cell), (counts.get(placeOf(cell)) ?? 0) + n)
}

const trafficOf = ({ moves, gone }: Moves): Traffic => {
  const [into, outOf] = [new Map<number, number>(), new Map<number, number>()]
  for (const { from, to } of moves) {
    if (from !== null) add(outOf, from, 1)
    // A client new in the book has not moved from one cell to another.
    if (to !== null && from !== null) add(into, to, 1)
  }
  for (const [cell, clients] of gone) add(outOf, cell, clients)
  return { into: place => into.get(place) ?? 0, outOf: place => outOf.get(place) ?? 0 }
}

const sum = (numbers: Iterable<number>): number => {
  let total = 0
  for (const number of numbers) total += number
  return total
}

/** The fifteen cells with their figures, from one state of the book. */
export const matrixView = (input: MatrixInput): MatrixView => {
  const { book, rules, compared } = input
  const { segments } = rules
  const { place, assets } = bookColumns(book)
  const count = (kind: Move['kind']): number => compared.moves.filter(move => move.kind === kind).length
  return {
    dataDate: book.dataDate,
    comparedWith: compared.with,
    clients: book.entries.length,
    aum: sum(assets),
    undetermined: place.filter(each => each === 0).length,
    moves: {
      total: count('up') + count('down') + count('style'),
      up: count('up'),
      down: count('down'),
      style: count('style'),
      added: count('added'),
      left: count('left') + sum(compared.gone.values()),
    },
    tiers: TIERS.map(tier => assetBand(segments, tier)),
    styles: STYLES.map(style => ({ style, name: segments.style.names[style] })),
    cells: [...cellFigures(book, input.weekly, place, segments, trafficOf(compared))],
    marks: input.marks,
    pack: { version: segments.version, ours: true },
    suitabilityPack: packInForce(rules.suitability, IsoDate.parse(book.today))?.version ?? '',
  }
}
