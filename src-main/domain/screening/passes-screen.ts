import type { Fund } from '../../model/fund.ts'
import type { FundScreen, ScreenCondition } from '../../model/fund-screen.ts'
import type { RiskGrade } from '../../model/levels.ts'

/** One condition looked at: its value where it is known, and whether it passes; what is missing never does. */
export interface Looked {
  readonly value: number | null
  readonly passes: boolean
}

/** Plain facts a screen asks about. */
export interface ScreenedFund {
  readonly type: Fund['type']
  readonly grade: RiskGrade | null
  readonly onShelf: boolean
  readonly open: boolean
}

/** Place of a rank among its peers: 0 the first, 1 the last; `null` without a peer to compare with. */
export function placeOf(rank: number | null, peers: number | null): number | null {
  return rank === null || peers === null || peers < 2 ? null : (rank - 1) / (peers - 1)
}

/** A value against the bounds of a condition, both included. */
export function look({ min, max }: Pick<ScreenCondition, 'min' | 'max'>, value: number | null): Looked {
  const passes = value !== null && (min === null || value >= min) && (max === null || value <= max)
  return { value, passes }
}

/** What is asked before the conditions: type, grade, shelf, open for purchase; an empty list asks for nothing. */
export function isWanted(screen: FundScreen, fund: ScreenedFund): boolean {
  return (
    (screen.types.length === 0 || screen.types.includes(fund.type)) &&
    (screen.grades.length === 0 || (fund.grade !== null && screen.grades.includes(fund.grade))) &&
    (!screen.onShelf || fund.onShelf) &&
    (!screen.open || fund.open)
  )
}
