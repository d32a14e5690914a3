import { advanceUniverse } from '../../src-main/domain/diagnosis/universe/advance-universe.ts'
import {
  rankUniverse,
  windowReturns,
  type UniverseInput,
} from '../../src-main/domain/diagnosis/universe/rank-universe.ts'
import { universeState } from '../../src-main/domain/diagnosis/universe/universe-state.ts'
import { syntheticUniverse } from '../helpers/synthetic-universe.ts'
import { runBench, secondsOf, type BenchResult } from './bench-result.ts'

const FUNDS = 12_000
/** Five years of exchange days, and the days added one by one. */
const FIVE_YEARS = 1213
const ADDED = 16

const shape = { funds: FUNDS, days: FIVE_YEARS + ADDED, groups: 40, benchmarks: 30, spare: 0 }

/** One plain pass: the sum of the very returns that are measured, of all funds. */
function plainPass({ matrix }: UniverseInput, returns: Float64Array): number {
  let sum = 0
  for (let f = 0; f < FUNDS; f++) {
    windowReturns(matrix.values, f * matrix.stride, FIVE_YEARS - 1, returns)
    for (let i = 0; i < returns.length; i++) sum += returns[i] as number
  }
  return sum
}

/** All metrics of 12,000 funds over five years of daily NAV against their benchmarks, with ranks in the peer groups. */
export function diagnoseUniverse(): Promise<BenchResult> {
  const input = syntheticUniverse(shape)
  const returns = new Float64Array(FIVE_YEARS - 1)
  return runBench({
    name: 'diagnose-universe',
    unit: 'ms for all metrics and ranks of 12,000 funds x 5 years',
    runs: 5,
    toUnit: seconds => seconds * 1000,
    ours: () => secondsOf(() => rankUniverse(input, { from: 0, to: FIVE_YEARS - 1 })),
    reference: () => secondsOf(() => plainPass(input, returns)),
  })
}

/** One added day for all of these funds: the window moves on by a day, metrics and ranks are brought up to date. */
export function diagnoseUniverseDay(): Promise<BenchResult> {
  const input = syntheticUniverse(shape)
  const returns = new Float64Array(FIVE_YEARS - 1)
  const state = universeState(input, rankUniverse(input, { from: 0, to: FIVE_YEARS - 1 }))
  return runBench({
    name: 'diagnose-universe-day',
    unit: 'ms for one added day of 12,000 funds',
    runs: 7,
    toUnit: seconds => seconds * 1000,
    ours: () => {
      const { from, to } = state.window
      return secondsOf(() => advanceUniverse(input, state, { from: from + 1, to: to + 1 }))
    },
    reference: () => secondsOf(() => plainPass(input, returns)),
  })
}
