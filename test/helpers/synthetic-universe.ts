import type { UniverseInput } from '../../src-main/domain/diagnosis/universe/rank-universe.ts'
import { noise } from './fund-input.ts'

export interface UniverseShape {
  readonly funds: number
  readonly days: number
  readonly groups: number
  readonly benchmarks: number
  /** Further days there is room for. */
  readonly spare: number
}

/** A market of funds that follow one of a few benchmarks with their own noise; every third is a second share class. */
export function syntheticUniverse({ funds, days, groups, benchmarks, spare }: UniverseShape, seed = 1): UniverseInput {
  const next = noise(seed)
  // Four even draws are bell-shaped enough, and cheap.
  const bell = (): number => (next() + next() + next() + next()) * 0.85
  const walk = (drift: number, swing: number): Float64Array => {
    let level = 1
    return Float64Array.from({ length: days }, (_, i) => (i === 0 ? 1 : (level *= 1 + drift + swing * bell())))
  }
  const levels = Array.from({ length: benchmarks }, () => walk(0.0002, 0.011))
  const stride = days + spare
  const values = new Float64Array(funds * stride).fill(NaN)
  for (let f = 0; f < funds; f++) {
    const follow = levels[f % benchmarks] ?? new Float64Array(days)
    let nav = 1
    for (let t = 0; t < days; t++) {
      if (t > 0) nav *= 1 + 0.8 * ((follow[t] as number) / (follow[t - 1] as number) - 1) + 0.0001 + 0.006 * bell()
      values[f * stride + t] = nav
    }
  }
  return {
    matrix: {
      days: Int32Array.from({ length: days }, (_, i) => 15_000 + i),
      codes: Array.from({ length: funds }, (_, i) => String(100_000 + i)),
      stride,
      values,
    },
    benchmarks: levels,
    benchmarkOf: Int32Array.from({ length: funds }, (_, f) => f % benchmarks),
    groupOf: Int32Array.from({ length: funds }, (_, f) => Math.floor(f / 3) % groups),
    groups,
    standsFor: Int32Array.from({ length: funds }, (_, f) => (f % 3 === 2 ? f - 1 : f)),
    settings: { periodsPerYear: 243, riskFreePerPeriod: 0.00006, requiredReturnPerPeriod: 0.00006 },
  }
}
