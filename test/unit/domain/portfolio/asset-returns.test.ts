import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assetReturns,
  comovement,
  mixReturns,
  type AssetReturns,
} from '../../../../src-main/domain/portfolio/asset-returns.ts'
import { portfolioRisk } from '../../../../src-main/domain/portfolio/portfolio-risk.ts'

const size = 80
const grid = Int32Array.from({ length: size }, (_, i) => 20_000 + i)
const asset = (returns: readonly number[], first = 1): AssetReturns => ({
  returns: Float64Array.from({ length: size }, (_, t) => (t < first ? NaN : (returns[t] ?? 0))),
  n: size - first,
  first,
})
const path = fc.array(fc.double({ min: -0.05, max: 0.05, noNaN: true }), { minLength: size, maxLength: size })

/** A price on every `step`-th day. */
const series = (step: number) => ({
  days: grid.filter((_, i) => i % step === 0),
  values: Float64Array.from({ length: Math.ceil(size / step) }, (_, i) => 1 + i / 100),
})

describe('risk contributions', () => {
  it('sum to the volatility of the mix, which is that of its daily returns', () => {
    fc.assert(
      fc.property(
        fc.array(path, { minLength: 2, maxLength: 6 }),
        fc.infiniteStream(fc.double({ min: 0.05, max: 1, noNaN: true })),
        (paths, stream) => {
          const assets = paths.map(p => asset(p))
          const raw = assets.map(() => Number(stream.next().value))
          const total = raw.reduce((a, b) => a + b, 0)
          const weights = raw.map(w => w / total)
          const moves = comovement(assets, 60)
          const risk = portfolioRisk({
            weights,
            volatilities: moves.deviations,
            correlations: moves.correlations.map(row => row.map(c => c ?? 0)),
          })
          const mix = mixReturns(
            assets.map((a, i) => ({ weight: weights[i] ?? 0, asset: a })),
            size,
            0,
          ).subarray(1)
          const mean = mix.reduce((a, b) => a + b, 0) / mix.length
          const sd = Math.sqrt(mix.reduce((s, r) => s + (r - mean) ** 2, 0) / (mix.length - 1))
          expect(risk.volatility).toBeCloseTo(sd, 10)
          expect(risk.contributions.reduce<number>((a, b) => a + (b ?? 0), 0)).toBeCloseTo(sd, 10)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('correlation', () => {
  it('of two assets counts their common days only', () => {
    const wave = Array.from({ length: size }, (_, t) => Math.sin(t) / 100)
    const late = asset(
      wave.map((r, t) => (t < 10 ? 0 : 2 * r)),
      10,
    )
    const moves = comovement([asset(wave), late], 60)
    expect(moves.correlations[0]?.[1]).toBeCloseTo(1, 12)
    expect(moves.leastCommon).toBe(70)
  })

  it('is missing where a pair has too few common days', () => {
    const wave = Array.from({ length: size }, (_, t) => Math.sin(t) / 100)
    expect(comovement([asset(wave), asset(wave, 40)], 60).correlations[0]?.[1]).toBeNull()
  })
})

describe('returns of an asset', () => {
  it('are daily data', () => {
    expect(assetReturns(series(1), grid, 60, 0.6)?.n).toBe(79)
  })

  it('are none where prices come once a week', () => {
    expect(assetReturns(series(5), grid, 60, 0.6)).toBeNull()
  })
})
