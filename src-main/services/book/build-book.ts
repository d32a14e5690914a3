import { lookThrough, type ClassShares } from '../../domain/portfolio/look-through.ts'
import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import { deriveFacts, type YearActivity } from '../../domain/segmentation/derive-facts.ts'
import { decideSegment } from '../../domain/segmentation/segment-client.ts'
import { serviceState } from '../../domain/segmentation/service-state.ts'
import { judgeSuitability } from '../../domain/suitability/judge-suitability.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import type { Client } from '../../model/client.ts'
import type { Holding } from '../../model/holding.ts'
import type { Product } from '../../model/product.ts'
import type { PreviousSegment } from '../../model/segment-facts.ts'
import { IsoDate } from '../../model/units.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'
import { cellOf, parseCell } from './cell-name.ts'
import type { Book, ClientEntry, EntryHolding } from './client-entry.ts'
import { suitabilityClient, suitabilityProduct } from './suitability-facts.ts'

const EQUITY_KINDS: ReadonlySet<string | null> = new Set(['stock', 'etf', 'convertible'])

/** Days before the due date from which a contact counts as due. */
const LEAD_DAYS = 3

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

const groupByClient = (holdings: readonly Holding[]): ReadonlyMap<string, readonly Holding[]> =>
  Map.groupBy(holdings, holding => holding.clientId)

const previousCells = (tx: ReadTx): ReadonlyMap<string, PreviousSegment> =>
  new Map(
    tx.segments
      .latest()
      .flatMap(record =>
        record.style === 'left' ? [] : [[record.clientId, parseCell(record.tier, record.style)] as const],
      ),
  )

/** Facts, cell, verdicts and contact standing of every client, from one snapshot of the store. */
export const buildBook = (tx: ReadTx, rules: Rules, today: string): Book => {
  const dataDate = lastDataDate(tx) ?? today
  const products = new Map(tx.products.all().map(product => [product.code as string, product]))
  const held = groupByClient(tx.holdings.all())
  const activity = yearActivity(tx, dataDate)
  const lastContacts = new Map(tx.contacts.summaries('').map(row => [row.clientId, row.lastAt.slice(0, 10)]))
  const previous = previousCells(tx)
  const mixOf = mixes(tx, dataDate)
  const pack = packInForce(rules.suitability, IsoDate.parse(today))
  const standards = new Map(rules.segments.cells.map(cell => [cellOf(cell.tier, cell.style), cell.service]))
  const context = { date: IsoDate.parse(today), initiative: 'advisor' as const }

  const judged = (client: Client, product: Product | undefined): EntryHolding['verdict'] =>
    product === undefined || pack === null
      ? 'undetermined'
      : judgeSuitability(suitabilityClient(client, today), suitabilityProduct(product), context, pack).verdict

  const entry = (client: Client): ClientEntry => {
    const sums = new Map<string, number>()
    for (const row of held.get(client.id) ?? []) sums.set(row.code, (sums.get(row.code) ?? 0) + row.value)
    const holdings = Array.from(sums, ([code, value]): EntryHolding => {
      const product = products.get(code)
      return { code, value, product, verdict: judged(client, product) }
    })
    const factHoldings = holdings.flatMap(({ product, value }) =>
      product === undefined ? [] : [{ value, kind: product.kind, mix: mixOf(product) }],
    )
    const facts = deriveFacts(client, factHoldings, activity.get(client.id))
    const decision = decideSegment(facts, previous.get(client.id) ?? null, rules.segments)
    const cell = cellOf(decision.tier, decision.style)
    const heldValue = holdings.reduce((sum, holding) => sum + holding.value, 0)
    const standard = standards.get(cell)
    return {
      client,
      facts,
      decision,
      cell,
      holdings,
      heldValue,
      assets: client.latestAssets ?? heldValue + (client.cash ?? 0),
      mismatchValue: holdings.reduce((sum, h) => sum + (h.verdict === 'mismatch' ? h.value : 0), 0),
      service: serviceState(
        { last: lastContacts.get(client.id) ?? null, openedOn: client.openedOn },
        { cadenceDays: standard?.cadenceDays ?? 365, leadDays: LEAD_DAYS },
        today,
      ),
    }
  }
  const entries = tx.clients.all().map(entry)
  return { today, dataDate, entries, products, byId: new Map(entries.map(each => [each.client.id as string, each])) }
}

/** The last day of the exchange calendar with data. */
export const lastDataDate = (tx: ReadTx): string | null => {
  const calendar = tx.benchmarks.calendar()
  const last = calendar[calendar.length - 1]
  return last === undefined ? null : isoDate(last)
}
