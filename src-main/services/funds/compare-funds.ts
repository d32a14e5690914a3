import type { FundComparison } from '../../contract/funds.ts'
import { lastAtOrBefore, yearsBefore } from '../../domain/diagnosis/day-axis.ts'
import { assetReturns, comovement } from '../../domain/portfolio/asset-returns.ts'
import { dayNumber } from '../../domain/portfolio/day-number.ts'
import { fundOverlap } from '../../domain/portfolio/fund-overlap.ts'
import { commonCurves } from '../../domain/report/comparison/common-curves.ts'
import { AppError } from '../../model/app-error.ts'
import { MOST_ON_SCREEN } from '../../model/most-on-screen.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Up to six funds side by side: their diagnoses, their curves over the common window, how they move and what they share. */
export const compareFunds = (workspace: Workspace, codes: readonly string[]): FundComparison => {
  const chosen = [...new Set(codes)]
  if (chosen.length < 2 || chosen.length > MOST_ON_SCREEN)
    throw new AppError('invalidInput', `two to ${MOST_ON_SCREEN} different funds can be compared`, {
      where: chosen.join(', '),
      hint: 'add or remove funds',
    })
  const reports = chosen.map(code => workspace.fundReport(code, null))
  const market = workspace.market()
  const today = workspace.today()
  const { minimumReturns, minimumDensity } = workspace.rules.fund.conclusions.thresholds
  const from = Math.max(0, lastAtOrBefore(market.calendar, dayNumber(yearsBefore(today, 3))))
  const grid = market.calendar.slice(from, lastAtOrBefore(market.calendar, dayNumber(today)) + 1)
  return workspace.store.read(tx => {
    const navs = chosen.map(code => market.adjusted(tx, code))
    const moves = navs.map(nav => (nav === null ? null : assetReturns(nav, grid, minimumReturns, minimumDensity)))
    const known = moves.flatMap((asset, i) => (asset === null ? [] : [{ asset, i }]))
    const { correlations, leastCommon } = comovement(
      known.map(({ asset }) => asset),
      minimumReturns,
    )
    const positionIn = (i: number): number => known.findIndex(each => each.i === i)
    const positions = chosen.map(code => {
      const fund = market.funds.get(code)
      const disclosed = fund === undefined ? null : tx.fundHoldings.latest(fund.fundId, today)
      return disclosed === null ? null : new Map(disclosed.positions.map(p => [p.code, p.weight]))
    })
    const { dates, values } = commonCurves(navs)
    return {
      reports,
      curves: { dates: [...dates], values: values.map(line => [...line]) },
      correlation: chosen.map((_, a) => chosen.map((__, b) => correlations[positionIn(a)]?.[positionIn(b)] ?? null)),
      commonDays: leastCommon,
      overlap: positions.map(a => positions.map(b => (a === null || b === null ? null : fundOverlap(a, b)))),
    }
  })
}
