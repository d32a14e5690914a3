import { dayInChina } from '../../domain/portfolio/day-in-china.ts'
import { decideSegment } from '../../domain/segmentation/segment-client.ts'
import { serviceState, type ServiceState } from '../../domain/segmentation/service-state.ts'
import type { Client } from '../../model/client.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'
import { LEAD_DAYS, NO_STANDARD_DAYS } from './book-columns.ts'
import { cellOf } from './cell-name.ts'
import type { Book, ClientEntry } from './client-entry.ts'

/** Day of the newest contact by client. */
export const lastContacts = (tx: ReadTx): ReadonlyMap<string, string> =>
  new Map(tx.contacts.summaries('').map(row => [row.clientId, dayInChina(row.lastAt)]))

const standards = new WeakMap<Rules['segments'], ReadonlyMap<string, number>>()

const cadenceOf = (cell: string, { segments }: Rules): number => {
  let known = standards.get(segments)
  if (known === undefined) {
    known = new Map(segments.cells.map(each => [cellOf(each.tier, each.style), each.service.cadenceDays]))
    standards.set(segments, known)
  }
  return known.get(cell) ?? NO_STANDARD_DAYS
}

export const serviceOf = (
  client: Client,
  cell: string,
  last: string | null,
  rules: Rules,
  today: string,
): ServiceState =>
  serviceState({ last, openedOn: client.openedOn }, { cadenceDays: cadenceOf(cell, rules), leadDays: LEAD_DAYS }, today)

export const finished = (
  dataDate: string,
  today: string,
  entries: readonly ClientEntry[],
  products: Book['products'],
): Book => ({
  dataDate,
  today,
  entries,
  products,
  byId: new Map(entries.map(each => [each.client.id as string, each])),
})

/** The same clients after contacts were written or taken back: only their standing can be another one. */
export const withContacts = (book: Book, tx: ReadTx, rules: Rules): Book => {
  const served = lastContacts(tx)
  const entries = book.entries.map(entry => {
    const last = served.get(entry.client.id) ?? null
    return last === entry.service.lastContact
      ? entry
      : { ...entry, service: serviceOf(entry.client, entry.cell, last, rules, book.today) }
  })
  return finished(book.dataDate, book.today, entries, book.products)
}

/** The same clients under other segment rules; the cell of now becomes the previous one. */
export const recut = (book: Book, rules: Rules): Book => {
  const entries = book.entries.map(entry => {
    const { tier, style } = entry.decision
    const decision = decideSegment(entry.facts, { tier, style }, rules.segments)
    const cell = cellOf(decision.tier, decision.style)
    return {
      ...entry,
      decision,
      cell,
      service: serviceOf(entry.client, cell, entry.service.lastContact, rules, book.today),
    }
  })
  return finished(book.dataDate, book.today, entries, book.products)
}
