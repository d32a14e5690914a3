import type { Fund } from '../../../model/fund.ts'
import type { AssetClass } from '../../../model/levels.ts'
import type { Product } from '../../../model/product.ts'
import type { VerdictLine } from '../../../model/report/account/suitability.ts'
import type { FigureWindow } from '../../../model/report/figure.ts'
import { IsoDate } from '../../../model/units.ts'
import { accountLedger, type AccountLedger, type ProductLedger } from '../../portfolio/account-ledger.ts'
import { assetReturns, type AssetReturns } from '../../portfolio/asset-returns.ts'
import { proxyReturns, type ProxyReturns } from '../../portfolio/class-proxies.ts'
import { dayNumber, isoDate } from '../../portfolio/day-number.ts'
import { indexAtOrBefore, unionOfDays, type DaySeries } from '../../portfolio/day-series.ts'
import type { PositionWeights } from '../../portfolio/fund-overlap.ts'
import { lookThrough, pureClass, type ClassShares } from '../../portfolio/look-through.ts'
import { timeWeighted, type TimeWeighted } from '../../portfolio/time-weighted.ts'
import { valueHistory, type ValueHistory } from '../../portfolio/value-history.ts'
import type { AccountInput, PeerScore } from './account-input.ts'
import { figureMaker, type FigureMaker } from '../figure-maker.ts'
import { yearsBefore } from './years-before.ts'

/** A product with everything the sections look at. */
export interface ProductFacts {
  readonly code: string
  readonly name: string
  readonly product: Product | null
  readonly fund: Fund | null
  readonly classes: ClassShares
  readonly disclosed: boolean
  /** Disclosed positions, or the security itself; null where nothing is known. */
  readonly positions: PositionWeights | null
  /** Daily returns over the risk window; null where there are too few. Computed when first asked for. */
  readonly returns: () => AssetReturns | null
  readonly verdict: VerdictLine | null
  readonly score: PeerScore | null
}

export interface Held extends ProductFacts {
  readonly ledger: ProductLedger
  /** Fen. */
  readonly value: number
}

/** Whether a product stands for cash by the pack's mark. */
export const isCashLike = ({ classes }: ProductFacts, { input }: Pick<AccountFacts, 'input'>): boolean =>
  classes.cash >= input.packs.conclusions.thresholds.cashLike

export interface AccountFacts {
  readonly input: AccountInput
  readonly maker: FigureMaker
  readonly asOf: IsoDate
  readonly asOfDay: number
  /** Largest first. */
  readonly held: readonly Held[]
  /** Fen; debt positive. */
  readonly cash: number
  readonly debt: number
  readonly total: number
  readonly ledger: AccountLedger
  readonly history: { readonly values: ValueHistory; readonly twr: TimeWeighted } | null
  /** Three years back, for risk on today's weights. */
  readonly grid: Int32Array
  readonly window: FigureWindow
  readonly periodsPerYear: number
  readonly proxies: Readonly<Record<AssetClass, ProxyReturns | null>>
  /** Facts of any product known, by code; computed once. */
  readonly factsOf: (code: string) => ProductFacts
}

export const dateOf = (day: number): IsoDate => IsoDate.parse(isoDate(day))

/** Exchange days: those of the equity proxy, else of any index, else of whatever the client holds. */
function calendarOf(input: AccountInput, held: readonly DaySeries[], until: number): Int32Array {
  const wanted = input.packs.stress.proxies.equity.flatMap(mix => mix.map(p => p.index))
  const index = wanted.map(code => input.indices.get(code)).find(s => s !== undefined) ?? [...input.indices.values()][0]
  const days = index === undefined ? unionOfDays(held, -Infinity, until) : index.days
  return days.subarray(0, indexAtOrBefore(days, until) + 1)
}

function positionsOf(
  code: string,
  product: Product | null,
  disclosure: ReturnType<AccountInput['disclosures']['get']>,
): PositionWeights | null {
  if (disclosure !== undefined) {
    const weights = new Map<string, number>()
    for (const p of disclosure.positions) weights.set(p.code, (weights.get(p.code) ?? 0) + p.weight)
    return weights
  }
  const security = product?.kind === 'stock' || product?.kind === 'bond' || product?.kind === 'convertible'
  return security ? new Map([[code, 1]]) : null
}

/** Gathers what all sections share, each thing computed once. */
export function accountFacts(input: AccountInput): AccountFacts {
  const today = dayNumber(input.date)
  const thresholds = input.packs.conclusions.thresholds
  const codes = [...new Set(input.holdings.filter(h => h.units > 0 || h.value > 0).map(h => h.code as string))]
  const series = codes.flatMap(code => input.prices.get(code) ?? input.adjusted.get(code) ?? [])
  const calendar = calendarOf(input, series, today)
  const newest = Math.max(
    -Infinity,
    ...series.map(s => s.days[indexAtOrBefore(s.days, today)] ?? -Infinity),
    ...input.holdings.map(h => (h.priceDate === null ? -Infinity : Math.min(today, dayNumber(h.priceDate)))),
  )
  const limit = Number.isFinite(newest) ? newest : today
  const asOfDay = calendar[indexAtOrBefore(calendar, limit)] ?? limit
  const asOf = dateOf(asOfDay)
  const ledger = accountLedger({
    trades: input.trades,
    holdings: input.holdings,
    accounts:
      input.accounts.length > 0
        ? input.accounts
        : [{ id: '', cash: input.client.cash ?? 0, marginDebt: input.client.marginDebt ?? 0 }],
    prices: input.prices,
    asOf: asOfDay,
  })
  const until = indexAtOrBefore(calendar, asOfDay) + 1
  const from = indexAtOrBefore(calendar, dayNumber(yearsBefore(asOf, 3)))
  const grid = calendar.subarray(Math.max(0, from), until)
  const known = new Map<string, ProductFacts>()
  const factsOf = (code: string): ProductFacts => {
    const before = known.get(code)
    if (before !== undefined) return before
    const product = input.products.get(code) ?? null
    const fund = input.funds.get(code) ?? null
    const disclosure = fund === null ? undefined : input.disclosures.get(fund.fundId)
    const adjusted = input.adjusted.get(code)
    const look =
      product === null
        ? { shares: pureClass('multiAsset'), disclosed: false }
        : lookThrough(product.assetClass, fund?.type ?? null, disclosure)
    let asset: AssetReturns | null | undefined
    const facts: ProductFacts = {
      code,
      name: product?.name ?? fund?.name ?? code,
      product,
      fund,
      classes: look.shares,
      disclosed: look.disclosed,
      positions: positionsOf(code, product, disclosure),
      // A shelf has hundreds of products and only the chosen ones need their returns.
      returns: () => {
        if (asset === undefined)
          asset =
            adjusted === undefined || grid.length < 2
              ? null
              : assetReturns(adjusted, grid, thresholds.minimumReturns, thresholds.minimumDensity)
        return asset
      },
      verdict: product === null ? null : input.suitability.judge(product),
      score: input.scores.get(code) ?? null,
    }
    known.set(code, facts)
    return facts
  }
  const ledgers = new Map(ledger.products.map(p => [p.code, p]))
  const held = codes
    .flatMap(code => {
      const own = ledgers.get(code)
      return own === undefined ? [] : [{ ...factsOf(code), ledger: own, value: own.value }]
    })
    .toSorted((a, b) => b.value - a.value || a.code.localeCompare(b.code))
  const sum = (pick: 'cash' | 'marginDebt') =>
    input.accounts.length > 0 ? input.accounts.reduce((total, a) => total + a[pick], 0) : (input.client[pick] ?? 0)
  const cash = sum('cash')
  const history =
    ledger.firstDay === null
      ? null
      : valueHistory(ledger, calendar.slice(Math.max(0, indexAtOrBefore(calendar, ledger.firstDay - 1)), until))
  const days = (grid[grid.length - 1] ?? 0) - (grid[0] ?? 0)
  const proxies = (assetClass: AssetClass) => proxyReturns(input.packs.stress.proxies[assetClass], input.indices, grid)
  return {
    input,
    maker: figureMaker(input.packs.definitions, asOf),
    asOf,
    asOfDay,
    held,
    cash,
    debt: sum('marginDebt'),
    total: cash + held.reduce((total, h) => total + h.value, 0),
    ledger,
    history: history === null || history.grid.length < 2 ? null : { values: history, twr: timeWeighted(history) },
    grid,
    window: { from: dateOf(grid[0] ?? asOfDay), to: asOf },
    // Mainland exchanges had 242 to 244 days a year in 2015-2026; a short window cannot tell.
    periodsPerYear: days > 350 ? ((grid.length - 1) / days) * 365.25 : 243,
    proxies: {
      cash: proxies('cash'),
      fixedIncome: proxies('fixedIncome'),
      equity: proxies('equity'),
      multiAsset: proxies('multiAsset'),
      overseasCommodity: proxies('overseasCommodity'),
    },
    factsOf,
  }
}
