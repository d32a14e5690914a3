import type { FundScreen, ScreenCondition, ScreenFact } from '../../../src-main/model/fund-screen.ts'
import type { RankedMetricInfo } from '../../../src-main/contract/funds.ts'
import { makeStore } from '../../state/store.ts'

export const emptyScreen: FundScreen = { types: [], grades: [], onShelf: false, open: false, conditions: [] }

/** The screen that is being put together; it stays while other screens are looked at. */
export const screenDraft = makeStore<{ readonly on: boolean; readonly screen: FundScreen }>({
  on: false,
  screen: emptyScreen,
})

/** Funds laid aside to be compared. */
export const compareTray = makeStore<readonly string[]>([])

export const facts = ['score', 'size', 'years', 'annualFee'] as const satisfies readonly ScreenFact[]

/** Value of a condition as it is typed: percent, the unit of large amounts (in fen), or the number itself. */
export const scaleOf = (
  condition: ScreenCondition,
  metrics: readonly RankedMetricInfo[],
  largeUnit: number,
): number => {
  if (condition.kind === 'fact')
    return condition.fact === 'size' ? 1 / largeUnit : condition.fact === 'annualFee' ? 100 : 1
  if (condition.by === 'place') return 100
  const unit = metrics.find(metric => metric.id === condition.metric)?.unit
  return unit === 'ratio' || unit === 'return' ? 100 : 1
}

export const isEmpty = (screen: FundScreen): boolean =>
  screen.types.length + screen.grades.length + screen.conditions.length === 0 && !screen.onShelf && !screen.open

/** Put in or taken out of a list. */
export const toggled = <T>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter(each => each !== item) : [...list, item]
