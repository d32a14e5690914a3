import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metricsOf } from '../../../src-main/domain/diagnosis/metrics/metrics-of.ts'
import { fundOverlap } from '../../../src-main/domain/portfolio/fund-overlap.ts'
import { portfolioRisk } from '../../../src-main/domain/portfolio/portfolio-risk.ts'
import { runPosition } from '../../../src-main/domain/portfolio/run-position.ts'
import { timeWeighted } from '../../../src-main/domain/portfolio/time-weighted.ts'
import { xirr } from '../../../src-main/domain/portfolio/xirr.ts'
import { hasShared, readSharedCsv } from '../../helpers/shared-folder.ts'
import {
  plainAgainst,
  plainContributions,
  plainFirstIn,
  plainMetrics,
  plainRegression,
  plainReturns,
  plainXirr,
  sum,
} from './plain.ts'

const N = 243
const FREE = 0.015 / N

/** Close in relation to the size of the figure, or of what it is made from. */
const close = (ours: number | null, plain: number, name: string): void => {
  expect(
    Math.abs((ours ?? Number.NaN) - plain) / Math.max(1e-3, Math.abs(plain)),
    `${name} ${ours} ${plain}`,
  ).toBeLessThan(1e-7)
}

const compare = (r: readonly number[], b: readonly number[]): void => {
  const ours = metricsOf({
    returns: r,
    benchmarkReturns: b,
    periodsPerYear: N,
    riskFreePerPeriod: FREE,
    requiredReturnPerPeriod: FREE,
  })
  const plain = { ...plainMetrics(r, N, FREE), ...plainAgainst(r, b, N, FREE) }
  for (const [key, value] of Object.entries(plain)) close(ours[key as keyof typeof plain], value, key)
  const [y, x] = [r.map(v => v - FREE), b.map(v => v - FREE)]
  const ones = x.map(() => 1)
  const models = {
    treynorMazuy: plainRegression(y, [ones, x, x.map(v => v * v)]),
    henrikssonMerton: plainRegression(y, [ones, x, x.map(v => Math.max(0, -v))]),
  }
  for (const [name, { coefficients, t }] of Object.entries(models)) {
    const found = ours[name as keyof typeof models]
    expect(found?.alpha ?? Number.NaN).toBeCloseTo(coefficients[0] ?? Number.NaN, 8)
    expect(found?.beta ?? Number.NaN).toBeCloseTo(coefficients[1] ?? Number.NaN, 6)
    close(found?.gamma ?? null, coefficients[2] ?? Number.NaN, `${name} gamma`)
    close(found?.gammaT ?? null, t, `${name} t`)
  }
}

const dateAt = (offset: number): string =>
  new Date(Date.UTC(2022, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10)
const hundredths = (of: Record<string, number>): Map<string, number> =>
  new Map(Object.entries(of).map(([k, v]) => [k, v / 100]))
const three = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<[T, T, T]> => fc.tuple(of, of, of)

const day = fc.integer({ min: -800, max: 800 }).map(x => x / 10_000)
const pair = fc
  .integer({ min: 70, max: 160 })
  .chain(n => fc.tuple(fc.array(day, { minLength: n, maxLength: n }), fc.array(day, { minLength: n, maxLength: n })))

describe('a second, plain computation agrees', () => {
  it('on return, volatility, Sharpe, Sortino, drawdown, alpha, beta, T-M and H-M of random returns', () => {
    fc.assert(
      fc.property(pair, ([noise, b]) => {
        // Of a fund that follows its benchmark in part.
        compare(
          noise.map((v, i) => v * 0.4 + (b[i] ?? 0) * 0.7),
          b,
        )
      }),
      { numRuns: 60 },
    )
  })

  it.skipIf(!hasShared('data/cn_funds_24_2020'))('on the same figures of real funds against the CSI 300', () => {
    const index = new Map(
      readSharedCsv('data/cn_index_etf_agpl/hs300_idx.csv').map(row => [row['date'], Number(row['close'])]),
    )
    const byCode = Map.groupBy(readSharedCsv('data/cn_funds_24_2020/nav.csv'), row => row['code'] ?? '')
    for (const code of ['110011', '519697'])
      byCode.set(code, [...readSharedCsv(`data/cn_fund_profiles/${code}_nav.csv`)])
    let checked = 0
    for (const rows of byCode.values()) {
      const shown = rows
        .filter(row => index.has(row['date']) && Number(row['unit_nav']) > 0 && (row['event'] ?? '') === '')
        .toSorted((a, b) => ((a['date'] ?? '') < (b['date'] ?? '') ? -1 : 1))
      const returns = plainReturns(shown.map(row => Number(row['unit_nav'])))
      // Funds that hardly move have no regression worth the name.
      if (returns.length < 50 || Math.max(...returns.map(Math.abs)) < 0.005) continue
      compare(returns, plainReturns(shown.map(row => index.get(row['date']) ?? Number.NaN)))
      checked++
    }
    expect(checked).toBeGreaterThanOrEqual(10)
  })

  it('on the money-weighted rate', () => {
    const flow = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1000, max: 90_000 }))
    fc.assert(
      fc.property(
        fc.array(flow, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 60, max: 180 }),
        (flows, percent) => {
          const paid: [string, number][] = flows.map(([offset, amount]) => [dateAt(offset), -amount])
          const end: [string, number] = [dateAt(1000), (sum(flows.map(([, amount]) => amount)) * percent) / 100]
          const found = xirr([...paid, end])
          expect(found.rate).not.toBeNull()
          close(found.rate, plainXirr([...paid, end]), 'xirr')
        },
      ),
    )
  })

  it('on the time-weighted return: money that comes and goes changes nothing', () => {
    const step = fc.tuple(day, fc.integer({ min: -400_000, max: 900_000 }))
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 60 }), steps => {
        const total = [10_000_000]
        const flows = [0]
        for (const [r, wanted] of steps) {
          const before = total.at(-1) ?? 0
          const flow = Math.max(wanted, -before / 4)
          // Money in works from the start of its day, money out to its end.
          total.push((before + Math.max(0, flow)) * (1 + r) - Math.max(0, -flow))
          flows.push(flow)
        }
        const found = timeWeighted({
          grid: Int32Array.from(total, (_, i) => i),
          products: [],
          total: Float64Array.from(total),
          flows: Float64Array.from(flows),
        })
        close(
          found.index.at(-1) ?? null,
          steps.reduce((w, [r]) => w * (1 + r), 1),
          'twr',
        )
      }),
    )
  })

  it('on first in, first out, unit by unit', () => {
    const move = fc.tuple(fc.integer({ min: -60, max: 100 }), fc.integer({ min: 1, max: 30 }))
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 25 }), moves => {
        let held = 0
        const events = moves.flatMap(([wanted, unitPrice], i) => {
          const units = wanted < 0 ? -Math.min(held, -wanted) : wanted
          if (units === 0) return []
          held += units
          return [{ units, unitPrice, day: 20_000 + i }]
        })
        const position = runPosition(
          'F1',
          events.map(({ units, unitPrice, day: at }) => ({
            code: 'F1',
            accountId: 'a1',
            day: at,
            kind: units > 0 ? ('buy' as const) : ('sell' as const),
            units,
            cash: -units * unitPrice,
            amount: Math.abs(units) * unitPrice,
            fee: 0,
            price: unitPrice,
          })),
          null,
        )
        // Whole prices a hundredth of a unit: no part of a lot has to be rounded.
        expect(position.realisedFirstIn).toBe(plainFirstIn(events))
        expect(position.units).toBe(held)
      }),
    )
  })

  it('on the overlap of two funds', () => {
    const weights = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G'), fc.integer({ min: 0, max: 14 }))
    fc.assert(
      fc.property(weights, weights, (a, b) => {
        let plain = 0
        for (const code of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) plain += Math.min(a[code] ?? 0, b[code] ?? 0)
        expect(fundOverlap(hundredths(a), hundredths(b))).toBeCloseTo(plain / 100, 12)
      }),
    )
  })

  it('on risk contributions, as the slope of the volatility', () => {
    const part = fc.integer({ min: 5, max: 90 }).map(x => x / 100)
    fc.assert(
      fc.property(
        three(part),
        three(part),
        three(fc.integer({ min: -30, max: 90 })),
        (raw, volatilities, [p, q, r]) => {
          const weights = raw.map(w => w / sum(raw))
          const [ab, ac, bc] = [p / 200, q / 200, r / 200]
          const correlations = [
            [1, ab, ac],
            [ab, 1, bc],
            [ac, bc, 1],
          ]
          const found = portfolioRisk({ weights, volatilities, correlations })
          const plain = plainContributions(weights, volatilities, correlations)
          plain.forEach((value, i) => expect(found.contributions[i] ?? Number.NaN).toBeCloseTo(value, 6))
          expect(sum(found.contributions.map(c => c ?? 0))).toBeCloseTo(found.volatility ?? Number.NaN, 12)
        },
      ),
    )
  })
})
