import type { FundInput } from '../../domain/diagnosis/fund/fund-input.ts'
import { diagnoseFund } from '../../domain/diagnosis/fund/diagnose-fund.ts'
import { managersOn } from '../../domain/portfolio/managers-on.ts'
import { curveOf } from '../../domain/diagnosis/yield-curve.ts'
import { AppError } from '../../model/app-error.ts'
import type { Fund } from '../../model/fund.ts'
import type { FundReport } from '../../model/report/fund-report.ts'
import { IsoDate } from '../../model/units.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'
import type { MarketSeries } from './market-series.ts'
import { peerSet } from './peer-columns.ts'

export interface FundDiagnosisInput {
  readonly tx: ReadTx
  readonly market: MarketSeries
  readonly rules: Rules
  readonly code: string
  readonly asOf: string
  readonly today: string
  readonly riskFree: number
}

/** Funds that the present manager also runs, each by its first share class. */
const othersOf = (fund: Fund, { tx, market, asOf }: FundDiagnosisInput): FundInput['otherFunds'] => {
  const manager = managersOn(fund.managers, asOf).find(each => each.to === null)
  if (manager === undefined) return []
  const seen = new Set([fund.fundId])
  return [...market.funds.values()].flatMap(other => {
    const term = managersOn(other.managers, asOf).find(each => each.to === null && each.name === manager.name)
    if (term === undefined || other.company !== fund.company || seen.has(other.fundId)) return []
    const adjusted = market.adjusted(tx, other.code)
    if (adjusted === null) return []
    seen.add(other.fundId)
    return [{ code: other.code, name: other.name, peerGroup: other.peerGroup, from: term.from, adjusted }]
  })
}

/** Both curves, or none: a spread needs the two. */
const yieldsOf = (tx: ReadTx): FundInput['yields'] => {
  const chunks = tx.yields.all()
  const [treasury, credit] = [curveOf(chunks, 'treasury'), curveOf(chunks, 'credit')]
  return treasury === null || credit === null ? null : { treasury, credit }
}

/** One fund as of one day from one snapshot of the market, diagnosed. */
export const fundDiagnosis = (given: FundDiagnosisInput): FundReport => {
  const { tx, market, rules, code, asOf, today, riskFree } = given
  const fund = market.funds.get(code)
  const nav = tx.navs.series(code)
  if (fund === undefined || nav === null)
    throw new AppError('notFound', 'there is no such fund, or it has no NAV yet', {
      where: code,
      hint: 'check the code, or sync first',
    })
  const product = tx.products.byKey(code)
  const indices = new Map(
    tx.benchmarks.names().flatMap(({ code: index, name }) => {
      const series = tx.benchmarks.series(index)
      return series === null ? [] : [[index, { name, series }] as const]
    }),
  )
  return diagnoseFund({
    date: IsoDate.parse(today),
    asOf: IsoDate.parse(asOf),
    fund,
    riskGrade: product?.riskGrade ?? null,
    gradedOn: product?.gradedOn ?? null,
    previousGrade: tx.products.earlierGrade(code),
    term: product?.term ?? null,
    redemptionDays: product?.redemptionDays ?? null,
    nav,
    calendar: market.calendar,
    indices,
    holdings: tx.fundHoldings.ofFund(fund.fundId),
    classes: tx.funds.ofFund(fund.fundId),
    peers: peerSet(tx, market, fund, indices),
    otherFunds: othersOf(fund, given),
    yields: yieldsOf(tx),
    riskFree,
    ...rules.fund,
  })
}
