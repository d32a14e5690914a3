import type { CellView } from '../../contract/matrix.ts'
import { cellIndex, CELL_PLACES } from '../../domain/segmentation/cell-index.ts'
import { serviceCapacity } from '../../domain/segmentation/service-fit.ts'
import type { Style, Tier } from '../../model/levels.ts'
import type { SegmentCell } from '../../model/segment-cell.ts'
import { bookColumns } from '../book/book-columns.ts'
import { cellOf } from '../book/cell-name.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'
import type { Moves } from '../book/moves.ts'
import type { Rules } from '../rules/rules.ts'
import { cellMoves } from './cell-moves.ts'
import { cellNear } from './cell-near.ts'
import { cellRisk } from './cell-risk.ts'
import { channelsText, serversText } from './service-words.ts'
import { shelfCounts } from './shelf-counts.ts'

export interface CellInput {
  readonly book: Book
  readonly rules: Rules
  readonly moved: Moves
  /** Of the advisor. */
  readonly hoursPerWeek: number
}

/** Hours that the whole book asks for, and which cells go to one message for all while they do not fit. */
export const bookCapacity = (book: Book, rules: Rules, hoursPerWeek: number) => {
  const clients = Array.from({ length: CELL_PLACES }, () => 0)
  for (const place of bookColumns(book).place) clients[place] = (clients[place] ?? 0) + 1
  const loads = rules.segments.cells.map(({ tier, style }) => ({
    tier,
    style,
    clients: clients[cellIndex(tier, style)] ?? 0,
  }))
  return serviceCapacity(loads, hoursPerWeek, rules.segments)
}

const servicePart = (
  cell: SegmentCell,
  entries: readonly ClientEntry[],
  { book, rules, hoursPerWeek }: CellInput,
): CellView['service'] => {
  const overdue = entries.filter(entry => entry.service.kind === 'overdue')
  const due = entries.filter(entry => entry.service.kind === 'due')
  const longest = overdue
    .filter(entry => entry.service.lastContact !== null)
    .toSorted((a, b) => b.service.overdueDays - a.service.overdueDays)[0]
  const capacity = bookCapacity(book, rules, hoursPerWeek).cells.find(
    each => each.tier === cell.tier && each.style === cell.style,
  )
  return {
    cadenceDays: cell.service.cadenceDays,
    minutes: cell.service.minutes,
    channels: channelsText(cell.service.channels),
    server: serversText(cell.service.servers),
    custom: cell.service.customServices,
    hoursPerWeek: capacity?.hoursPerWeek ?? 0,
    batch: capacity?.batch ?? false,
    onTime: entries.length - overdue.length - due.length,
    due: due.length,
    overdue: overdue.length,
    never: entries.filter(entry => entry.service.lastContact === null).length,
    longest:
      longest === undefined
        ? null
        : { clientId: longest.client.id, name: longest.client.name, days: longest.service.overdueDays },
  }
}

/** The side panel of one cell: standard, shelf with verdicts client by client, risk, moves, and who is close to a border. */
export const cellView = (tier: Tier, style: Style, input: CellInput): CellView => {
  const name = cellOf(tier, style)
  const { book, rules } = input
  const { today } = book
  const entries = book.entries.filter(entry => entry.cell === name)
  const cell = rules.segments.cells.find(each => each.tier === tier && each.style === style)
  if (cell === undefined) throw new Error(`the segment pack has no cell ${name}`)
  const aum = entries.reduce((sum, entry) => sum + entry.assets, 0)
  return {
    tier,
    style,
    count: entries.length,
    aum,
    averageAum: entries.length === 0 ? 0 : Math.round(aum / entries.length),
    revenue365: entries.reduce((sum, entry) => sum + (entry.client.revenue365 ?? 0), 0),
    service: servicePart(cell, entries, input),
    shelf: [...shelfCounts(cell.shelf, entries, { book, rules, today })],
    risk: cellRisk(cell, entries, rules, today),
    ...cellMoves(name, input.moved, book, rules),
    ...cellNear(entries, rules),
  }
}
