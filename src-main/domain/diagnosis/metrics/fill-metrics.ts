import type { BenchmarkTerms } from './benchmark-terms.ts'
import { fillMoments } from './fill-moments.ts'
import { fillPath } from './fill-path.ts'
import { fillRelative } from './fill-relative.ts'
import { fillStreaks } from './fill-streaks.ts'
import { fillTails } from './fill-tails.ts'
import type { KernelSettings } from './kernel-settings.ts'
import { METRIC_SLOTS } from './metric-slots.ts'

/**
 * Writes all metrics of the first `n` returns (fractions, one a period) into `out` by {@link SLOT}; NaN where one is not
 * defined, as are all of them for n = 0 and the relative ones without a benchmark. The benchmark holds `n` returns too.
 * `scratch` holds at least `n` numbers and is overwritten: a whole market is measured without allocating.
 * Definitions: spec of `calc metrics`.
 */
export function fillMetrics(
  out: Float64Array,
  r: Float64Array,
  benchmark: BenchmarkTerms | null,
  n: number,
  settings: KernelSettings,
  scratch: Float64Array,
): void {
  for (let i = 0; i < METRIC_SLOTS; i++) out[i] = NaN
  if (n === 0) return
  fillMoments(out, r, n, settings)
  fillPath(out, r, n, settings.periodsPerYear)
  fillStreaks(out, r, n)
  fillTails(out, r, n, scratch)
  if (benchmark !== null) fillRelative(out, r, benchmark, settings)
}
