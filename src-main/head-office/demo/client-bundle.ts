import { type Cell, cellOf } from './cells.ts'
import { accountRows, clientRow, holdingRows, row, tradeRows } from './client-rows.ts'
import { contactRows, engagementRows, questionnaireRows, tagRows, taskRows } from './care-rows.ts'
import { type Ledger, makeLedger } from './ledger.ts'
import { isoDate } from './days.ts'
import type { Asset, Market } from './market.ts'
import { type Person, makePerson } from './person.ts'
import type { Pools } from './portfolio.ts'
import { makeRandom } from './random.ts'
import type { WorldRow } from './world-row.ts'

export interface BookContext {
  readonly seed: number
  readonly scale: number
  readonly market: Market
  readonly pools: Pools
  readonly assets: ReadonlyMap<string, Asset>
}

export interface Bundle {
  readonly person: Person
  readonly cell: Cell
  readonly ledger: Ledger
  readonly rows: readonly WorldRow[]
}

export const clientId = (index: number): string => `C${String(index + 1).padStart(7, '0')}`

/** All rows of one client; a client is made from its own number only, so books can be streamed. */
export const makeBundle = (context: BookContext, index: number, until: number): Bundle => {
  const { seed, market, assets } = context
  const id = clientId(index)
  const cell = cellOf(index)
  const day = market.calendar.days[market.today] ?? 0
  const person = makePerson(id, index, cell, day, makeRandom(seed, `person/${id}`))
  const random = makeRandom(seed, `care/${id}`)
  const ledger = makeLedger(
    id,
    cell,
    person,
    market,
    context.pools,
    context.scale,
    until,
    makeRandom(seed, `ledger/${id}`),
  )
  const questionnaires = questionnaireRows(person, day, random)
  const newest = questionnaires.at(-1)
  const holdings = holdingRows(id, ledger, market, until)
  const flags = {
    quiet: random.chance(0.03),
    email: person.email !== null && random.chance(0.7),
    share: random.chance(0.45),
  }
  const assessed = newest === undefined ? null : { on: newest.date, until: newest.validUntil }
  const { tier } = cell
  const trades = tradeRows(id, ledger, market)
  const last = trades.findLast(t => t.side === 'buy')
  const waiting = random.chance(0.015)
  const failed = random.chance(0.01)
  if (last !== undefined && (waiting || failed)) {
    const date = market.calendar.days[market.today] ?? 0
    const shown = isoDate(date)
    trades.push({ ...last, id: `${id}-P001`, date: shown, status: waiting ? 'pending' : 'failed' })
  }
  const rows = [
    row('clients', id, tier, clientRow(person, cell, ledger, holdings, market, assets, until, assessed, flags)),
    ...accountRows(person, ledger, holdings).map(a => row('accounts', a.id, tier, a)),
    ...holdings.map(h => row('holdings', `${h.accountId}|${h.code}`, tier, h)),
    ...questionnaires.map(q => row('questionnaires', q.id, tier, q)),
    ...contactRows(person, cell, day, random).map(c => row('contacts', c.id, tier, c)),
    ...tagRows(person, day, random).map(t => row('tags', `${t.clientId}|${t.name}`, tier, t)),
    ...taskRows(person, cell, day, random).map(t => row('tasks', t.id, tier, t)),
    ...engagementRows(person, cell, day, random).map(e => row('engagements', e.id, tier, e)),
    ...trades.map(t => row('trades', t.id, tier, t)),
  ]
  return { person, cell, ledger, rows }
}
