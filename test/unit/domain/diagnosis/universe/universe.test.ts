import { describe, expect, it } from 'vitest'
import { METRIC_SLOTS, SLOT } from '../../../../../src-main/domain/diagnosis/metrics/metric-slots.ts'
import { metricsOf } from '../../../../../src-main/domain/diagnosis/metrics/metrics-of.ts'
import { adjustedNav } from '../../../../../src-main/domain/portfolio/adjusted-nav.ts'
import { advanceUniverse } from '../../../../../src-main/domain/diagnosis/universe/advance-universe.ts'
import { columnAt, marketMatrix, withRoom } from '../../../../../src-main/domain/diagnosis/universe/market-matrix.ts'
import { rankUniverse } from '../../../../../src-main/domain/diagnosis/universe/rank-universe.ts'
import { RANKED } from '../../../../../src-main/domain/diagnosis/universe/ranked-metrics.ts'
import { universeState } from '../../../../../src-main/domain/diagnosis/universe/universe-state.ts'
import { METRIC_KEYS } from '../../../../../src-main/model/calc/metric-keys.ts'
import { syntheticUniverse } from '../../../../helpers/synthetic-universe.ts'

const shape = { funds: 60, days: 420, groups: 3, benchmarks: 4, spare: 0 }

function expectSame(ours: Float64Array, full: Float64Array): void {
  const apart: string[] = []
  full.forEach((wanted, i) => {
    const found = ours[i] as number
    const same = Number.isNaN(wanted)
      ? Number.isNaN(found)
      : Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
    if (!same) apart.push(`fund ${Math.floor(i / METRIC_SLOTS)} slot ${i % METRIC_SLOTS}: ${found}, full ${wanted}`)
  })
  expect(apart).toEqual([])
}

describe('the universe', () => {
  it('gives every fund the metrics it has on its own', () => {
    const input = syntheticUniverse(shape)
    const { values } = rankUniverse(input, { from: 10, to: 419 })
    const nav = columnAt(input.matrix, 7).subarray(10, 420)
    const level = input.benchmarks[7 % 4]?.subarray(10, 420) ?? []
    const alone = metricsOf({
      returns: adjustedNav({ nav }).returns,
      benchmarkReturns: adjustedNav({ nav: level }).returns,
      ...input.settings,
    })
    for (const key of METRIC_KEYS) expect(values[7 * METRIC_SLOTS + SLOT[key]]).toBe(alone[key])
  })

  it('ranks within the group, one share class a fund, equals sharing the better place', () => {
    const input = syntheticUniverse(shape)
    const { values, ranks, peers } = rankUniverse(input, { from: 0, to: 419 })
    const metric = RANKED.findIndex(m => m.id === 'sharpe')
    const group = Array.from({ length: 60 }, (_, f) => f).filter(
      f => input.groupOf[f] === 1 && input.standsFor[f] === f,
    )
    const sharpe = (f: number): number => values[f * METRIC_SLOTS + SLOT.sharpe] as number
    for (const f of group) {
      const ahead = group.filter(g => sharpe(g) > sharpe(f)).length
      expect(ranks[metric * 60 + f]).toBe(ahead + 1)
    }
    expect(peers[metric * 3 + 1]).toBe(group.length)
    // A second class is placed among the other funds; its own first class never stands before it.
    const second =
      Array.from({ length: 60 }, (_, f) => f).find(f => input.groupOf[f] === 1 && input.standsFor[f] !== f) ?? 0
    const others = group.filter(g => g !== input.standsFor[second] && sharpe(g) > sharpe(second)).length
    expect(ranks[metric * 60 + second]).toBe(others + 1)
  })

  it('leaves out funds that do not cover the window', () => {
    const input = syntheticUniverse(shape)
    input.matrix.values.fill(NaN, 4 * 420, 4 * 420 + 100)
    const { values, ranks } = rankUniverse(input, { from: 50, to: 419 })
    expect(values[4 * METRIC_SLOTS]).toBeNaN()
    expect(ranks[4]).toBe(0)
  })

  it('moved on day by day equals a full measurement, window sliding, growing and jumping', () => {
    const input = syntheticUniverse(shape)
    const state = universeState(input, rankUniverse(input, { from: 0, to: 300 }))
    const steps = [
      { from: 1, to: 301 },
      { from: 1, to: 302 },
      { from: 4, to: 302 },
      ...Array.from({ length: 60 }, (_, i) => ({ from: 5 + i, to: 303 + i })),
      { from: 100, to: 419 },
    ]
    for (const window of steps) {
      const moved = advanceUniverse(input, state, window)
      const full = rankUniverse(input, window)
      expectSame(moved.values, full.values)
    }
  })

  it('moved on takes in a fund that has grown old enough and lets go of one that ended', () => {
    const input = syntheticUniverse(shape)
    input.matrix.values.fill(NaN, 3 * 420, 3 * 420 + 20)
    input.matrix.values.fill(NaN, 5 * 420 + 330, 6 * 420)
    const state = universeState(input, rankUniverse(input, { from: 0, to: 300 }))
    for (let i = 1; i < 50; i++) {
      const window = { from: i, to: 300 + i }
      expectSame(advanceUniverse(input, state, window).values, rankUniverse(input, window).values)
    }
  })
})

describe('the market matrix', () => {
  const days = Int32Array.of(10, 11, 12, 13, 14, 15, 16, 17, 18)

  it('repeats a late NAV for a few days, and knows neither before the first nor after the last', () => {
    const series = {
      a: { days: Int32Array.of(11, 13), values: Float64Array.of(1, 2) },
      b: { days: Int32Array.of(9), values: Float64Array.of(7) },
    }
    const matrix = marketMatrix(days, ['a', 'b'], code => series[code as 'a' | 'b'], 4)
    expect([...columnAt(matrix, 0)]).toEqual([NaN, 1, 1, 2, 2, 2, 2, 2, NaN])
    expect([...columnAt(matrix, 1)]).toEqual([7, 7, 7, 7, NaN, NaN, NaN, NaN, NaN])
  })

  it('takes further days where there is room for them, and leaves the one before as it was', () => {
    const series = { days, values: Float64Array.from(days, d => d) }
    const matrix = marketMatrix(days, ['a', 'b'], () => series, 4, 1)
    const longer = withRoom(matrix, Int32Array.of(...days, 19))
    longer.values[longer.stride + 9] = 21
    expect([columnAt(matrix, 1).length, columnAt(longer, 1).at(-1), columnAt(longer, 1)[0]]).toEqual([9, 21, 10])
    expect(() => withRoom(longer, Int32Array.of(...days, 19, 20))).toThrow('no room for 11 days, only for 10')
  })
})
