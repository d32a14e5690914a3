import { lookThrough, type ClassShares } from '../../domain/portfolio/look-through.ts'
import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import { deriveFacts, type YearActivity } from '../../domain/segmentation/derive-facts.ts'
import { decideSegment } from '../../domain/segmentation/segment-client.ts'
import { prepareBook } from '../../domain/suitability/judge-book.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import type { SuitabilityVerdict } from '../../model/levels.ts'
import type { Product } from '../../model/product.ts'
import type { PreviousSegment } from '../../model/segment-facts.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import { IsoDate } from '../../model/units.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'
import { cellOf, parseCell } from './cell-name.ts'
import type { Book, ClientEntry, EntryHolding } from './client-entry.ts'
import { finished, lastContacts, serviceOf } from './refresh-book.ts'
import { clientOn, suitabilityClient, suitabilityProduct, type DatedClient } from './suitability-facts.ts'

const EQUITY_KINDS: ReadonlySet<string | null> = new Set(['stock', 'etf', 'convertible'])

type HeldAmount = Pick<EntryHolding, 'value' | 'units'>

const yearActivity = (tx: ReadTx, dataDate: string): ReadonlyMap<string, YearActivity> => {
  const from = isoDate(dayNumber(dataDate) - 364)
  const amounts = new Map<string, number>()
  for (const row of tx.trades.activity(from, dataDate))
    if (EQUITY_KINDS.has(row.kind)) amounts.set(row.clientId, (amounts.get(row.clientId) ?? 0) + row.bought + row.sold)
  return new Map(
    tx.trades
      .days(from, dataDate)
      .map(row => [
        row.clientId,
        { equityAmount: amounts.get(row.clientId) ?? 0, tradeDays: row.days, trades: row.trades },
      ]),
  )
}

const mixes = (tx: ReadTx, dataDate: string): ((product: Product) => ClassShares) => {
  const funds = new Map(tx.funds.all().map(fund => [fund.code as string, fund]))
  const known = new Map<string, ClassShares>()
  return product => {
    const found = known.get(product.code)
    if (found !== undefined) return found
    const fund = funds.get(product.code)
    const disclosed = fund === undefined ? null : tx.fundHoldings.latest(fund.fundId, dataDate)
    const mix = lookThrough(product.assetClass, fund?.type ?? null, disclosed ?? undefined).shares
    known.set(product.code, mix)
    return mix
  }
}

/** Holdings of every client, summed over the accounts. */
const heldByClient = (tx: ReadTx): ReadonlyMap<string, ReadonlyMap<string, HeldAmount>> => {
  const held = new Map<string, Map<string, HeldAmount>>()
  for (const { clientId, code, value, units } of tx.holdings.amounts()) {
    let own = held.get(clientId)
    if (own === undefined) held.set(clientId, (own = new Map()))
    const known = own.get(code)
    own.set(code, { value: value + (known?.value ?? 0), units: units + (known?.units ?? 0) })
  }
  return held
}

const previousCells = (tx: ReadTx): ReadonlyMap<string, PreviousSegment> =>
  new Map(
    tx.segments
      .cells(null)
      .flatMap(record =>
        record.style === 'left' ? [] : [[record.clientId, parseCell(record.tier, record.style)] as const],
      ),
  )

/** Verdict of a client with a product of the book, both by their place; all undetermined while no pack is in force. */
const judgeOf = (
  clients: readonly DatedClient[],
  products: readonly Product[],
  pack: SuitabilityPack | null,
  today: string,
): ((client: number, product: number) => SuitabilityVerdict) => {
  if (pack === null) return () => 'undetermined'
  const judge = prepareBook(
    clients.map(client => suitabilityClient(client)),
    products.map(suitabilityProduct),
    { date: IsoDate.parse(today), initiative: 'advisor' },
    pack,
  )
  return (client, product) => judge.verdict(client, product).verdict
}

/** Facts, cell, verdicts and contact standing of every client, from one snapshot of the store. */
export const buildBook = (tx: ReadTx, rules: Rules, today: string): Book => {
  const dataDate = lastDataDate(tx) ?? today
  const pack = packInForce(rules.suitability, IsoDate.parse(today))
  const filed = tx.clients.all()
  const clients = filed.map(client => clientOn(client, today, pack))
  const listed = tx.products.all()
  const places = new Map(listed.map((product, place) => [product.code as string, place]))
  const held = heldByClient(tx)
  const activity = yearActivity(tx, dataDate)
  const served = lastContacts(tx)
  const previous = previousCells(tx)
  const mixOf = mixes(tx, dataDate)
  const judged = judgeOf(clients, listed, pack, today)

  const entries = filed.map((asFiled, at): ClientEntry => {
    const client = clients[at] ?? clientOn(asFiled, today, pack)
    const holdings = Array.from(held.get(client.id) ?? [], ([code, { value, units }]): EntryHolding => {
      const place = places.get(code)
      return place === undefined
        ? { code, value, units, product: undefined, verdict: 'undetermined' }
        : { code, value, units, product: listed[place], verdict: judged(at, place) }
    })
    const factHoldings = holdings.flatMap(({ product, value }) =>
      product === undefined ? [] : [{ value, kind: product.kind, mix: mixOf(product) }],
    )
    const facts = deriveFacts(client, factHoldings, activity.get(client.id))
    const decision = decideSegment(facts, previous.get(client.id) ?? null, rules.segments)
    const cell = cellOf(decision.tier, decision.style)
    const heldValue = holdings.reduce((sum, holding) => sum + holding.value, 0)
    return {
      client,
      filed: asFiled,
      facts,
      decision,
      cell,
      holdings,
      heldValue,
      assets: client.latestAssets ?? heldValue + (client.cash ?? 0),
      mismatchValue: holdings.reduce((sum, h) => sum + (h.verdict === 'mismatch' ? h.value : 0), 0),
      service: serviceOf(client, cell, served.get(client.id) ?? null, rules, today),
    }
  })
  return finished(dataDate, today, entries, new Map(listed.map(product => [product.code as string, product])))
}

/** The last day of the exchange calendar with data. */
export const lastDataDate = (tx: ReadTx): string | null => {
  // the ends of the indices alone: every start asks this before its first screen
  const ends = tx.benchmarks.codes().flatMap(code => tx.benchmarks.lastDay(code) ?? [])
  const last = ends.length === 0 ? tx.benchmarks.calendar().at(-1) : Math.max(...ends)
  return last === undefined ? null : isoDate(last)
}
