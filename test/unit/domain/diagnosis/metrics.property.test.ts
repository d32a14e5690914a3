import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metricsOf } from '../../../../src-main/domain/diagnosis/metrics/metrics-of.ts'

const monthly = fc.double({ min: -0.2, max: 0.2, noNaN: true })
const series = fc.array(monthly, { minLength: 3, maxLength: 80 })
const metrics = (returns: readonly number[], benchmarkReturns?: readonly number[]) =>
  metricsOf({ returns, benchmarkReturns, periodsPerYear: 12 })

function close(a: number | null, b: number | null, slack = 1e-9): void {
  if (a === null || b === null) expect(a).toBe(b)
  else expect(Math.abs(a - b)).toBeLessThanOrEqual(slack * Math.max(1, Math.abs(a), Math.abs(b)))
}

describe('metrics', () => {
  it('scale with the returns: deviations linearly, ratios of them not at all', () => {
    fc.assert(
      fc.property(series, fc.double({ min: 0.1, max: 2, noNaN: true }), (r, factor) => {
        // Deviations near the noise of rounding are no deviations on either scale.
        fc.pre(Math.max(...r) - Math.min(...r) > 1e-3)
        const before = metrics(r)
        const after = metrics(r.map(x => x * factor))
        close(after.annualVolatility, (before.annualVolatility ?? NaN) * factor)
        close(after.downsideDeviation, (before.downsideDeviation ?? NaN) * factor)
        close(after.sharpe, before.sharpe)
        close(after.skewness, before.skewness, 1e-7)
        close(after.excessKurtosis, before.excessKurtosis, 1e-7)
        close(after.valueAtRisk95, (before.valueAtRisk95 ?? NaN) * factor)
      }),
    )
  })

  it('of moments and tails do not depend on the order of the returns', () => {
    fc.assert(
      fc.property(series, r => {
        const there = metrics(r)
        const back = metrics(r.toReversed())
        for (const key of [
          'totalReturn',
          'annualReturn',
          'annualVolatility',
          'sharpe',
          'omega',
          'valueAtRisk95',
          'conditionalValueAtRisk95',
          'tailRatio',
          'winRate',
        ] as const)
          close(there[key], back[key], 1e-8)
      }),
    )
  })

  it('show no drawdown in a series that never falls', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.3, noNaN: true }), { minLength: 1, maxLength: 50 }), r => {
        const m = metrics(r)
        expect([m.maxDrawdown, m.painIndex, m.ulcerIndex]).toEqual([0, 0, 0])
        expect([m.averageDrawdown, m.calmar]).toEqual([null, null])
        expect(m.drawdowns).toEqual([])
      }),
    )
  })

  it('keep the deepest drawdown between the worst return and a total loss', () => {
    fc.assert(
      fc.property(series, r => {
        const m = metrics(r)
        expect(m.maxDrawdown ?? NaN).toBeGreaterThanOrEqual(-Math.min(0, ...r) - 1e-12)
        expect(m.maxDrawdown ?? NaN).toBeLessThan(1)
        expect(m.drawdowns[0]?.depth ?? 0).toBeCloseTo(m.maxDrawdown ?? NaN, 12)
        expect(m.conditionalValueAtRisk95 ?? NaN).toBeGreaterThanOrEqual((m.valueAtRisk95 ?? NaN) - 1e-12)
      }),
    )
  })

  it('find beta and alpha of a mix of the benchmark and a constant exactly', () => {
    fc.assert(
      fc.property(series, fc.double({ min: -2, max: 2, noNaN: true }), monthly, (b, beta, alpha) => {
        fc.pre(Math.max(...b) - Math.min(...b) > 1e-3)
        const m = metrics(
          b.map(x => alpha + beta * x),
          b,
        )
        close(m.beta, beta, 1e-8)
        close(m.alpha, alpha * 12, 1e-8)
        if (Math.abs(beta) > 1e-3) close(m.rSquared, 1, 1e-8)
      }),
    )
  })

  it('recover the three coefficients of both timing models', () => {
    fc.assert(
      fc.property(series, monthly, (b, gamma) => {
        fc.pre(new Set(b.map(x => x.toFixed(2))).size > 3 && Math.min(...b) < -0.02 && Math.max(...b) > 0.02)
        const square = metrics(
          b.map(x => 0.001 + 0.8 * x + gamma * x * x),
          b,
        ).treynorMazuy
        const option = metrics(
          b.map(x => 0.001 + 0.8 * x + gamma * Math.max(0, -x)),
          b,
        ).henrikssonMerton
        // The regressors of a few points may nearly coincide: then there is no answer, never a wrong one.
        for (const found of [square, option]) {
          if (found.gamma === null) continue
          close(found.alpha, 0.001, 1e-5)
          close(found.beta, 0.8, 1e-4)
          close(found.gamma, gamma, 1e-3)
        }
      }),
    )
  })

  it('answer null, never NaN and never 0, where a figure is not defined', () => {
    const none = metrics([])
    expect(Object.values(none).filter(x => typeof x === 'number')).toEqual([])
    const one = metrics([0.01], [0.02])
    expect([one.annualVolatility, one.sharpe, one.beta, one.treynorMazuy.gamma]).toEqual([null, null, null, null])
    const flat = metrics([0.01, 0.01, 0.01, 0.01], [0.02, 0.01, 0.03, 0.02])
    expect([flat.annualVolatility, flat.sharpe, flat.skewness, flat.correlation, flat.sortino]).toEqual([
      0,
      null,
      null,
      null,
      null,
    ])
    const same = metrics([0.01, -0.02, 0.03], [0.01, -0.02, 0.03])
    expect([same.trackingError, same.informationRatio]).toEqual([0, null])
  })

  it('see a peak regained although compounding rounds', () => {
    // 1.05 / 1.02 * ... back to 1.05 exactly: 1.05 -> 1.02 -> 0.98 -> 1.05
    const returns = [0.05, 1.02 / 1.05 - 1, 0.98 / 1.02 - 1, 1.05 / 0.98 - 1]
    expect(metrics(returns).drawdowns).toMatchObject([{ peak: 1, trough: 3, recovery: 4, length: 3 }])
  })

  it('name a peak at the start by the first of n + 1 dates, and leave it open with n dates', () => {
    const falling = { returns: [-0.1, 0.02], periodsPerYear: 12 }
    const withStart = metricsOf({ ...falling, dates: ['2024-01-31', '2024-02-29', '2024-03-31'] })
    expect(withStart.drawdowns[0]).toMatchObject({ peak: '2024-01-31', trough: '2024-02-29', recovery: null })
    const without = metricsOf({ ...falling, dates: ['2024-02-29', '2024-03-31'] })
    expect(without.drawdowns[0]).toMatchObject({ peak: null, trough: '2024-02-29', length: 2, recoveryLength: null })
  })
})
