import { lastAtOrBefore, observationsPerYear, yearsBefore } from '../../domain/diagnosis/day-axis.ts'
import type { IndexInput } from '../../domain/diagnosis/fund/fund-input.ts'
import { rankUniverse, type Universe, type UniverseInput } from '../../domain/diagnosis/universe/rank-universe.ts'
import { universeState, type UniverseState } from '../../domain/diagnosis/universe/universe-state.ts'
import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import type { Fund } from '../../model/fund.ts'
import type { NavThresholds } from '../../model/fund-conclusions-pack.ts'
import type { NavMark } from '../ports/series.ts'
import { universeOf, type MarketTx } from './market-universe.ts'

/** One window over all funds of a part, and the running sums to move it on; they are begun when a day comes. */
export interface Measured {
  readonly universe: Universe
  state: UniverseState | null
}

/** Funds whose peer groups end on one day, measured over one year and three. */
export interface MarketPart {
  readonly funds: readonly Fund[]
  readonly input: UniverseInput
  readonly year: Measured | null
  readonly three: Measured | null
  /** What each fund's NAV was read at, in the order of the funds. */
  readonly marks: readonly (NavMark | null)[]
}

/** What a part is measured against. */
export interface MarketScene {
  readonly tx: MarketTx
  readonly calendar: Int32Array
  readonly indices: ReadonlyMap<string, IndexInput>
  readonly marks: ReadonlyMap<string, NavMark>
  readonly riskFree: number
  readonly thresholds: NavThresholds
}

/** Exchange days before the window that are looked at too: an old last NAV may be its base. */
const MARGIN = 45

/** First day of the base of a window of years up to a day. */
export const windowStart = (calendar: Int32Array, end: number, years: number): number =>
  lastAtOrBefore(calendar, dayNumber(yearsBefore(isoDate(end), years)))

export const settingsOf = (scene: MarketScene, end: number): UniverseInput['settings'] => {
  const periodsPerYear = observationsPerYear(scene.calendar, end)
  const free = (1 + scene.riskFree) ** (1 / periodsPerYear) - 1
  return { periodsPerYear, riskFreePerPeriod: free, requiredReturnPerPeriod: free }
}

/** Reads and measures everything. */
export const buildPart = (scene: MarketScene, funds: readonly Fund[], end: number): MarketPart => {
  const { calendar, tx } = scene
  const last = lastAtOrBefore(calendar, end)
  const first = Math.max(0, windowStart(calendar, end, 3) - MARGIN)
  const days = calendar.slice(first, last + 1)
  const input = universeOf(tx, funds, days, scene.indices, settingsOf(scene, end), scene.thresholds)
  const to = days.length - 1
  const measured = (years: number): Measured | null => {
    const from = windowStart(calendar, end, years)
    return from < 0 ? null : { universe: rankUniverse(input, { from: from - first, to }), state: null }
  }
  return {
    funds,
    input,
    year: measured(1),
    three: measured(3),
    marks: funds.map(fund => scene.marks.get(fund.code) ?? null),
  }
}

/** The running sums of a window, begun where there are none yet. */
export const stateOf = (input: UniverseInput, measured: Measured): UniverseState =>
  (measured.state ??= universeState(input, measured.universe))
