import { benchmarkLevels } from '../../domain/diagnosis/fund/benchmark-levels.ts'
import type { IndexInput } from '../../domain/diagnosis/fund/fund-input.ts'
import { adjustedNav } from '../../domain/portfolio/adjusted-nav.ts'
import { dayNumber } from '../../domain/portfolio/day-number.ts'
import type { DaySeries } from '../../domain/portfolio/day-series.ts'
import type { Fund } from '../../model/fund.ts'
import type { ReadTx } from '../ports/store.ts'
import { aligned } from './aligned.ts'

const NAV4 = 10_000
/** 万份收益 is the income of this many units. */
const MONEY_UNITS = 10_000

/** Published days that are exchange days; anything else (30 June, 31 December) is no trading day's NAV. */
const onCalendar = (series: DaySeries, calendar: ReadonlySet<number>): DaySeries => {
  const kept = Array.from(series.days, (day, i) => [day, series.values[i] ?? 0] as const).filter(([day]) =>
    calendar.has(day),
  )
  if (kept.length === series.days.length) return series
  return { days: Int32Array.from(kept, ([day]) => day), values: Float64Array.from(kept, ([, value]) => value) }
}

/** A money fund grows by its daily income; its unit stands at 1. */
const grownMoney = (income: DaySeries): DaySeries => {
  const values = new Float64Array(income.values.length)
  let level = 1
  income.values.forEach((perTenThousand, i) => {
    level *= 1 + perTenThousand / MONEY_UNITS
    values[i] = level
  })
  return { days: income.days, values }
}

/** NAV with dividends and splits reinvested on their days. */
const reinvested = (nav: DaySeries, fund: Fund): DaySeries => {
  const dividends = new Float64Array(nav.days.length)
  const splits = new Float64Array(nav.days.length).fill(1)
  const place = (date: string): number => {
    const day = dayNumber(date)
    return nav.days.findIndex(each => each >= day)
  }
  for (const { date, perUnit4 } of fund.dividends) {
    const at = place(date)
    if (at >= 0) dividends[at] = (dividends[at] ?? 0) + perUnit4 / NAV4
  }
  for (const { date, ratio } of fund.splits) {
    const at = place(date)
    if (at >= 0) splits[at] = (splits[at] ?? 1) * ratio
  }
  return { days: nav.days, values: adjustedNav({ nav: nav.values, dividends, splits }).adjusted }
}

/** Price and adjusted series of funds and securities, computed once per state of the market. */
export class MarketSeries {
  readonly #prices = new Map<string, DaySeries | null>()
  readonly #adjusted = new Map<string, DaySeries | null>()
  readonly #columns = new Map<string, Float64Array | null>()
  readonly #benchmarks = new Map<string, Float64Array | null>()
  readonly #funds: ReadonlyMap<string, Fund>
  readonly #days: ReadonlySet<number>
  readonly calendar: Int32Array

  /** `funds` are those of the state before, where no fund has changed since. */
  constructor(tx: ReadTx, funds: ReadonlyMap<string, Fund> | null = null) {
    this.calendar = tx.benchmarks.calendar()
    this.#days = new Set(this.calendar)
    this.#funds = funds ?? new Map(tx.funds.all().map(fund => [fund.code as string, fund]))
  }

  get funds(): ReadonlyMap<string, Fund> {
    return this.#funds
  }

  /** Unit price in yuan; null for money funds (which stand at 1) and where nothing is published. */
  price(tx: ReadTx, code: string): DaySeries | null {
    const known = this.#prices.get(code)
    if (known !== undefined) return known
    const series = this.#funds.get(code)?.type === 'money' ? null : tx.navs.series(code)
    const price = series === null ? null : onCalendar(series, this.#days)
    this.#prices.set(code, price)
    return price
  }

  adjusted(tx: ReadTx, code: string): DaySeries | null {
    const known = this.#adjusted.get(code)
    if (known !== undefined) return known
    const made = this.#adjust(tx, code)
    this.#adjusted.set(code, made)
    return made
  }

  /** Adjusted values on the exchange calendar. */
  column(tx: ReadTx, code: string): Float64Array | null {
    const known = this.#columns.get(code)
    if (known !== undefined) return known
    const series = this.adjusted(tx, code)
    const column = series === null ? null : aligned(series, this.calendar)
    this.#columns.set(code, column)
    return column
  }

  /** Level of the fund's declared benchmark on the exchange calendar. */
  benchmark(fund: Fund, indices: ReadonlyMap<string, IndexInput>): Float64Array | null {
    const name = JSON.stringify(fund.benchmark)
    const known = this.#benchmarks.get(name)
    if (known !== undefined) return known
    const levels = benchmarkLevels(fund, indices, this.calendar, this.calendar)?.levels ?? null
    this.#benchmarks.set(name, levels)
    return levels
  }

  #adjust(tx: ReadTx, code: string): DaySeries | null {
    const fund = this.#funds.get(code)
    if (fund?.type === 'money') {
      const income = tx.navs.series(code)
      return income === null ? null : grownMoney(income)
    }
    const price = this.price(tx, code)
    return price === null || fund === undefined ? price : reinvested(price, fund)
  }
}
