import type { AccountInput, PeerScore } from '../../domain/diagnosis/account/account-input.ts'
import { diagnoseAccount } from '../../domain/diagnosis/account/diagnose-account.ts'
import type { DaySeries } from '../../domain/portfolio/day-series.ts'
import { capsFor } from '../../domain/suitability/portfolio-fit.ts'
import { judgeSuitability } from '../../domain/suitability/judge-suitability.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { AppError } from '../../model/app-error.ts'
import type { AccountReport } from '../../model/report/account-report.ts'
import { IsoDate } from '../../model/units.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'
import { suitabilityClient, suitabilityProduct } from '../book/suitability-facts.ts'
import { segmentPart } from '../clients/client-view.ts'
import { onShelf } from '../../domain/recommendation/shelf-filter.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'
import type { MarketSeries } from './market-series.ts'

export interface AccountDiagnosisInput {
  readonly tx: ReadTx
  readonly book: Book
  readonly rules: Rules
  readonly market: MarketSeries
  readonly scores: ReadonlyMap<string, PeerScore>
  readonly clientId: string
  readonly today: string
  readonly riskFree: number
  readonly reportId: string | null
  readonly advisor: AccountInput['advisor']
}

/** Facts of one client from one snapshot, diagnosed. */
export const accountDiagnosis = (given: AccountDiagnosisInput): AccountReport => {
  const { book, clientId } = given
  const entry = book.byId.get(clientId)
  if (entry === undefined)
    throw new AppError('notFound', 'there is no such client in this book', {
      where: clientId,
      hint: 'it may have moved to another advisor',
    })
  return diagnoseAccount(gather(given, entry))
}

const gather = (given: AccountDiagnosisInput, entry: ClientEntry): AccountInput => {
  const { tx, book, rules, market, today } = given
  const { client } = entry
  const date = IsoDate.parse(today)
  const pack = packInForce(rules.suitability, date)
  if (pack === null)
    throw new AppError('invalidInput', 'no suitability pack is in force on this day', {
      where: today,
      hint: 'import the pack of this day in Settings',
    })
  const holdings = tx.holdings.ofClient(client.id)
  const trades = tx.trades.ofClient(client.id)
  const cell = rules.segments.cells.find(each => `${each.tier}-${each.style}` === entry.cell)
  const shelf =
    cell === undefined
      ? []
      : [...book.products.values()].filter(product => onShelf(product, cell.shelf)).map(p => p.code)
  const codes = new Set<string>([...holdings.map(h => h.code), ...trades.flatMap(t => t.code ?? []), ...shelf])
  const series = (read: (code: string) => DaySeries | null): ReadonlyMap<string, DaySeries> =>
    new Map([...codes].flatMap(code => (read(code) === null ? [] : [[code, read(code) as DaySeries] as const])))
  const fundIds = new Set([...codes].flatMap(code => market.funds.get(code)?.fundId ?? []))
  const facts = suitabilityClient(client)
  const target = client.riskCapacity === null ? undefined : cell?.targets[client.riskCapacity]
  const segment = segmentPart(entry, rules)
  return {
    date,
    client,
    accounts: tx.accounts.ofClient(client.id),
    holdings,
    trades,
    products: book.products,
    funds: market.funds,
    prices: series(code => market.price(tx, code)),
    adjusted: series(code => market.adjusted(tx, code)),
    indices: new Map(
      tx.benchmarks.codes().flatMap(code => {
        const index = tx.benchmarks.series(code)
        return index === null ? [] : [[code, index] as const]
      }),
    ),
    disclosures: new Map(
      [...fundIds].flatMap(id => {
        const found = tx.fundHoldings.latest(id, today)
        return found === null ? [] : [[id, found] as const]
      }),
    ),
    scores: given.scores,
    segment: { tier: segment.tier, style: segment.style, reasons: segment.reasons, pack: segment.pack },
    target: target === undefined ? null : { shares: target, pack: rules.segments.version },
    shelf,
    suitability: {
      judge: product => judgeSuitability(facts, suitabilityProduct(product), { date, initiative: 'advisor' }, pack),
      pack: pack.version,
      matrix: pack.matrix,
      drawdownAlarm: pack.drawdownAlarm,
      warnDays: pack.warnDays,
      caps: client.riskCapacity === null ? null : capsFor(client.riskCapacity, pack, cell),
    },
    serviceFit: serviceFit(entry, cell?.service.cadenceDays ?? null),
    packs: rules.account,
    riskFree: given.riskFree,
    reportId: given.reportId,
    inputHash: null,
    advisor: given.advisor,
  }
}

const serviceFit = ({ service }: ClientEntry, cadence: number | null): AccountInput['serviceFit'] => {
  if (cadence === null) return null
  const last = service.lastContact ?? '—'
  const late = service.overdueDays
  return {
    fit: 'service',
    state: late > 0 ? 'mismatch' : 'match',
    text:
      late > 0
        ? { zh: `每 ${cadence} 天联系，逾期 ${late} 天`, en: `every ${cadence} days, overdue by ${late}` }
        : { zh: `每 ${cadence} 天联系，上次 ${last}`, en: `every ${cadence} days, last on ${last}` },
  }
}
