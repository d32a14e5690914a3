import { valueAtOrBefore } from '../../portfolio/day-series.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import type { AccountFacts, ProductFacts } from './account-facts.ts'
import { yearsBefore } from './years-before.ts'

/** Risk of one product over the risk window; null where it has too few returns of its own. */
export interface ProductRisk {
  readonly volatility: number | null
  readonly maxDrawdown: number | null
  readonly oneYear: number | null
}

/** Volatility a year, largest drawdown and the return of one year on adjusted prices. */
export function productRisk(product: ProductFacts, facts: AccountFacts): ProductRisk {
  const series = facts.input.adjusted.get(product.code)
  const start = dayNumber(yearsBefore(facts.asOf, 1))
  const begin = series === undefined ? null : valueAtOrBefore(series, start)
  const end = series === undefined ? null : valueAtOrBefore(series, facts.asOfDay)
  const oneYear = begin === null || end === null ? null : end / begin - 1
  const asset = product.returns()
  if (asset === null) return { volatility: null, maxDrawdown: null, oneYear }
  let sum = 0
  let squares = 0
  let level = 1
  let peak = 1
  let deepest = 0
  for (let t = asset.first; t < asset.returns.length; t++) {
    const r = asset.returns[t] ?? 0
    sum += r
    squares += r * r
    level *= 1 + r
    if (level > peak) peak = level
    const depth = 1 - level / peak
    if (depth > deepest) deepest = depth
  }
  const variance = (squares - (sum * sum) / asset.n) / (asset.n - 1)
  // Under one year nothing is annualised.
  const wholeYear = asset.n >= facts.periodsPerYear - 5
  return {
    volatility: wholeYear ? Math.sqrt(Math.max(0, variance) * facts.periodsPerYear) : null,
    maxDrawdown: deepest,
    oneYear,
  }
}
