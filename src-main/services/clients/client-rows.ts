import type { ClientRow } from '../../contract/clients.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'

/** Pinyin and initials of a name, so that typing `lzy` finds 陆知远. */
export type Romanise = (name: string) => string

/** What lies beside the book, by client. */
export interface RowNotes {
  readonly tags: ReadonlyMap<string, readonly string[]>
  readonly waiting: ReadonlyMap<string, Questionnaire>
}

const TAIL = 4

const clientRow = (entry: ClientEntry, { tags, waiting }: RowNotes, romanise: Romanise): ClientRow => {
  const { client, decision, service, holdings } = entry
  const phoneTail = client.phone === null ? '' : client.phone.slice(-TAIL)
  return {
    id: client.id,
    name: client.name,
    search: `${client.name} ${romanise(client.name)} ${client.id} ${phoneTail}`.toLowerCase(),
    tier: decision.tier,
    style: decision.style,
    assets: entry.assets,
    cash: client.cash,
    revenue365: client.revenue365,
    investorType: client.investorType,
    riskCapacity: client.riskCapacity,
    waitingCapacity: waiting.get(client.id)?.riskCapacity ?? null,
    validUntil: client.validUntil,
    holdings: holdings.length,
    mismatch: holdings.filter(holding => holding.verdict === 'mismatch').length,
    undetermined: holdings.filter(holding => holding.verdict === 'undetermined').length,
    lastContact: service.lastContact,
    overdueDays: service.overdueDays,
    dueOn: service.dueOn,
    phoneTail,
    branch: client.branch,
    tags: [...(tags.get(client.id) ?? [])],
    inactive: decision.inactive,
  }
}

const rank = (row: ClientRow): number => (row.tier ?? 0) * 10 + 'twa'.indexOf(row.style?.[0] ?? 'x')
const byCell = (a: ClientRow, b: ClientRow): number =>
  rank(b) - rank(a) || (b.assets ?? 0) - (a.assets ?? 0) || (a.id < b.id ? -1 : 1)

/** Every client as a line of the grid: highest cell first, in it the largest assets. */
export const clientRows = (book: Book, notes: RowNotes, romanise: Romanise): ClientRow[] =>
  book.entries.map(entry => clientRow(entry, notes, romanise)).toSorted(byCell)
