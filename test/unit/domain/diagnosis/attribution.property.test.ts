import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkedBrinson } from '../../../../src-main/domain/diagnosis/brinson.ts'
import { styleWeights } from '../../../../src-main/domain/diagnosis/style-weights.ts'
import { portfolioRisk } from '../../../../src-main/domain/portfolio/portfolio-risk.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
/** 0 or a real one: numbers at the edge of representation have no digits left. */
const volatility = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1, noNaN: true }))
const move = fc.double({ min: -0.2, max: 0.2, noNaN: true })
const three = <T>(one: fc.Arbitrary<T>) => fc.tuple(one, one, one)

describe('Brinson effects', () => {
  it('add up to the compounded active return over any number of periods', () => {
    const period = fc.record({ wp: three(share), wb: three(share), rp: three(move), rb: three(move) })
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 8 }), periods => {
        const normal = periods.map(p => ({ ...p, wp: normalized(p.wp), wb: normalized(p.wb) }))
        const total = linkedBrinson(normal)?.total
        const effects = (total?.allocation ?? NaN) + (total?.selection ?? NaN) + (total?.interaction ?? NaN)
        expect(effects).toBeCloseTo(total?.active ?? NaN, 10)
      }),
    )
  })

  it('have no link through a total loss', () => {
    const lost = { wp: [1], wb: [1], rp: [-1], rb: [0.1] }
    expect(linkedBrinson([lost, lost])).toBeNull()
  })
})

describe('returns-based style', () => {
  it('recovers a mix it is made of', () => {
    const styles = fc.array(three(move), { minLength: 12, maxLength: 60 })
    fc.assert(
      fc.property(styles, three(share), (rows, raw) => {
        const weights = normalized(raw)
        const columns = [0, 1, 2].map(i => rows.map(row => row[i] ?? 0))
        // Styles that hardly differ from each other cannot be told apart.
        fc.pre(columns.every(c => Math.max(...c) - Math.min(...c) > 0.05))
        const [a = [], b = [], c = []] = columns
        const fund = rows.map(row => row.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0))
        const found = styleWeights({ fund, styles: { a, b, c } })
        expect((found.weights['a'] ?? 0) + (found.weights['b'] ?? 0) + (found.weights['c'] ?? 0)).toBeCloseTo(1, 9)
        expect(Math.min(...Object.values(found.weights))).toBeGreaterThanOrEqual(0)
        if (found.rSquared !== null && Math.max(...fund) - Math.min(...fund) > 1e-3)
          expect(found.rSquared).toBeGreaterThan(1 - 1e-6)
      }),
    )
  })

  it('beats every single style and every even mix', () => {
    const rows = fc.array(fc.tuple(move, move, move, move, move), { minLength: 8, maxLength: 40 })
    fc.assert(
      fc.property(rows, data => {
        const fund = data.map(row => row[4])
        const names = ['a', 'b', 'c', 'd'] as const
        const styles = Object.fromEntries(names.map((name, i) => [name, data.map(row => row[i] ?? 0)]))
        const { weights } = styleWeights({ fund, styles })
        const best = residualVariance(
          data,
          names.map(name => weights[name] ?? 0),
        )
        for (const rival of [
          [1, 0, 0, 0],
          [0, 1, 0, 0],
          [0, 0, 1, 0],
          [0, 0, 0, 1],
          [0.25, 0.25, 0.25, 0.25],
          [0.5, 0.5, 0, 0],
          [0, 0, 0.5, 0.5],
        ])
          expect(best).toBeLessThanOrEqual(residualVariance(data, rival) + 1e-12)
      }),
    )
  })
})

describe('risk contributions', () => {
  it('add up to the volatility', () => {
    fc.assert(
      fc.property(
        three(volatility),
        three(volatility),
        fc.double({ min: -0.4, max: 0.9, noNaN: true }),
        (w, s, rho) => {
          fc.pre(w.reduce((a, x) => a + x, 0) > 0.01)
          const correlations = [0, 1, 2].map(i => [0, 1, 2].map(j => (i === j ? 1 : rho)))
          const risk = portfolioRisk({ weights: w, volatilities: s, correlations })
          const sum = risk.contributions.reduce<number>((a, x) => a + (x ?? NaN), 0)
          expect(sum).toBeCloseTo(risk.volatility ?? NaN, 12)
          if (risk.diversificationRatio !== null) expect(risk.diversificationRatio).toBeGreaterThanOrEqual(1 - 1e-9)
        },
      ),
    )
  })

  it('of two equal uncorrelated halves are equal', () => {
    // sqrt(0.25 * 0.04 + 0.25 * 0.04) = 0.1414…
    const risk = portfolioRisk({
      weights: [0.5, 0.5],
      volatilities: [0.2, 0.2],
      correlations: [
        [1, 0],
        [0, 1],
      ],
    })
    expect(risk.volatility).toBeCloseTo(Math.SQRT2 / 10, 12)
    expect(risk.contributions[0]).toBeCloseTo(Math.SQRT2 / 20, 12)
    expect(risk.diversificationRatio).toBeCloseTo(Math.SQRT2, 12)
    expect([risk.hhi, risk.effectiveNumber]).toEqual([0.5, 2])
  })

  it('are not defined for a matrix that is no correlation matrix', () => {
    const bent = [
      [1, -0.9, -0.9],
      [-0.9, 1, -0.9],
      [-0.9, -0.9, 1],
    ]
    const risk = portfolioRisk({ weights: [1, 1, 1], volatilities: [0.2, 0.2, 0.2], correlations: bent })
    expect([risk.volatility, risk.diversificationRatio]).toEqual([null, null])
  })
})

function normalized(values: readonly number[]): number[] {
  const sum = values.reduce((a, x) => a + x, 0)
  return sum > 1e-6 ? values.map(x => x / sum) : values.map(() => 1 / values.length)
}

function residualVariance(rows: readonly (readonly number[])[], weights: readonly number[]): number {
  const e = rows.map(row => (row[4] ?? 0) - weights.reduce((sum, w, i) => sum + w * (row[i] ?? 0), 0))
  const mean = e.reduce((a, x) => a + x, 0) / e.length
  return e.reduce((a, x) => a + (x - mean) ** 2, 0) / e.length
}
