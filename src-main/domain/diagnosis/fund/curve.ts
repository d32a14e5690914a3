import type { FundCurve } from '../../../model/report/fund/performance.ts'
import { lastAtOrBefore } from '../day-axis.ts'
import { quantileInPlace } from '../metrics/quantile.ts'
import { dateOf } from './figure-kit.ts'
import type { FundContext } from './fund-context.ts'
import { rounded, samplePositions } from '../sample-days.ts'

/** Adjusted NAV since inception with benchmark and peer bands, all 1 at the start. */
export function fundCurve(context: FundContext): FundCurve {
  const { history, benchmark } = context
  const { days, adjusted } = history
  const at = samplePositions(0, days.length - 1)
  const start = adjusted[0] ?? 1
  const dates = Array.from(at, i => dateOf(days[i] as number))
  const fund = Array.from(at, i => rounded((adjusted[i] as number) / start))
  const latest = context.figure('curve.latest', 'adjustedNav', 'number', fund.at(-1) ?? 'noNav', {
    from: days[0],
    to: context.lastDay,
    frequency: context.frequency,
    n: Math.max(0, days.length - 1),
    benchmark: context.benchmarkName,
  })
  return { dates, fund, latest, benchmark: benchmarkLine(context, benchmark, at, fund), peers: peerBands(context, at) }
}

/** From its first level on, joined to the fund's value of that day: a late index is compared from there. */
function benchmarkLine(
  context: FundContext,
  benchmark: Float64Array | null,
  at: Int32Array,
  fund: readonly number[],
): (number | null)[] | null {
  if (benchmark === null) return null
  const first = at.findIndex(i => !Number.isNaN(benchmark[i] as number))
  if (first < 0) return null
  const base = benchmark[at[first] as number] as number
  const joined = fund[first] ?? 1
  return Array.from(at, (i, k) => (k < first ? null : rounded(((benchmark[i] as number) / base) * joined)))
}

function peerBands(context: FundContext, at: Int32Array): FundCurve['peers'] {
  const { peers } = context.input
  const { days } = context.history
  if (peers === null || at.length === 0) return null
  const start = lastAtOrBefore(peers.days, days[0] as number)
  const along = peers.columns.filter(column => start >= 0 && !Number.isNaN(column[start] ?? NaN))
  if (along.length < 2) return null
  const bands = [0.1, 0.25, 0.5, 0.75, 0.9].map(() => [] as (number | null)[])
  const scratch = new Float64Array(along.length)
  for (const i of at) {
    const position = lastAtOrBefore(peers.days, days[i] as number)
    let n = 0
    for (const column of along) {
      const growth = (column[position] as number) / (column[start] as number)
      if (!Number.isNaN(growth)) scratch[n++] = growth
    }
    ;[0.1, 0.25, 0.5, 0.75, 0.9].forEach((q, band) => {
      bands[band]?.push(n === 0 ? null : rounded(quantileInPlace(scratch.subarray(0, n), n, q)))
    })
  }
  const [p10 = [], p25 = [], median = [], p75 = [], p90 = []] = bands
  return { count: along.length, p10, p25, median, p75, p90 }
}
