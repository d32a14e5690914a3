import type { ScreenResult } from '../../contract/funds.ts'
import { yearlyFees } from '../../domain/portfolio/fund-fees.ts'
import { dayNumber } from '../../domain/portfolio/day-number.ts'
import { isWanted, look, placeOf, type Looked } from '../../domain/screening/passes-screen.ts'
import type { Fund } from '../../model/fund.ts'
import type { FundScreen, ScreenCondition } from '../../model/fund-screen.ts'
import type { Product } from '../../model/product.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** A year of the calendar. */
const YEAR = 365.25

/** Funds that meet every condition, each with the values that were asked for, in the order of the conditions. */
export const screenFunds = (workspace: Workspace, screen: FundScreen): ScreenResult => {
  const { funds } = workspace.market()
  const ranks = workspace.ranks()
  const { products } = workspace.book()
  const today = dayNumber(workspace.today())
  const lookAt = (fund: Fund, product: Product | undefined, condition: ScreenCondition): Looked => {
    if (condition.kind === 'metric') {
      const { value, rank, peers } = ranks.metric(fund.code, condition.window, condition.metric)
      return look(condition, condition.by === 'value' ? value : placeOf(rank, peers))
    }
    switch (condition.fact) {
      case 'score':
        return look(condition, ranks.funds.get(fund.code)?.score.total ?? null)
      case 'size':
        return look(condition, fund.sizes.at(-1)?.size ?? null)
      case 'years':
        return look(condition, (today - dayNumber(fund.inceptionOn)) / YEAR)
      case 'annualFee':
        return look(condition, product?.annualFee ?? yearlyFees(fund.fees))
    }
  }
  const passed: { readonly code: string; readonly values: readonly (number | null)[] }[] = []
  const failed = screen.conditions.map(() => 0)
  let asked = 0
  for (const fund of funds.values()) {
    const product = products.get(fund.code)
    const facts = {
      type: fund.type,
      grade: product?.riskGrade ?? null,
      onShelf: product?.onShelf ?? false,
      open: fund.status === 'open',
    }
    if (!isWanted(screen, facts)) continue
    asked += 1
    const looked = screen.conditions.map(condition => lookAt(fund, product, condition))
    looked.forEach((each, i) => {
      if (!each.passes) failed[i] = (failed[i] ?? 0) + 1
    })
    if (looked.every(each => each.passes)) passed.push({ code: fund.code, values: looked.map(each => each.value) })
  }
  return { asked, failed, rows: passed }
}
