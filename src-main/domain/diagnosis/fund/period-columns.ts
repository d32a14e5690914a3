import type { Figure } from '../../../model/report/figure.ts'
import type { FundPeriod, PeriodId } from '../../../model/report/fund/performance.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import { dateOf, type CardFacts, type Reason } from './figure-kit.ts'
import { againstBenchmark } from './against-benchmark.ts'
import type { FundContext } from './fund-context.ts'
import { metricFigure } from './metric-figure.ts'
import { returnStanding } from './peer-standing.ts'
import type { WindowMetrics } from './window-metrics.ts'
import { currentSince, startDay } from './windows.ts'

/** Metrics of every period, `null` where the fund is younger. */
export type Periods = ReadonlyMap<PeriodId, WindowMetrics | null>

export function periodColumn(context: FundContext, periods: Periods, id: PeriodId): FundPeriod {
  const m = periods.get(id) ?? null
  const none: Reason = context.history.days.length < 2 ? 'noNav' : missingWindow(context, id)
  const metric = (key: Parameters<typeof metricFigure>[2]): Figure =>
    metricFigure(context, `${id}.${key}`, key, m, none)
  const base = {
    id,
    annualReturn: metric('annualReturn'),
    volatility: metric('annualVolatility'),
    maxDrawdown: metric('maxDrawdown'),
    sharpe: metric('sharpe'),
    informationRatio: metric('informationRatio'),
  }
  return { ...base, ...againstOthers(context, id, m, none) }
}

/** A window is missing because the fund is younger, or because its NAV is known from a later day on. */
function missingWindow(context: FundContext, id: PeriodId): Reason {
  if (id === 'sinceManager' && currentSince(context) === null) return 'noManager'
  return startDay(context, id) >= dayNumber(context.input.fund.inceptionOn) - 1 ? 'beforeData' : 'shorterThanWindow'
}

type Against = Pick<
  FundPeriod,
  'window' | 'fund' | 'benchmark' | 'excess' | 'peerMedian' | 'rank' | 'peers' | 'quartile'
>

function againstOthers(context: FundContext, id: PeriodId, m: WindowMetrics | null, none: Reason): Against {
  const { figure, history, benchmark } = context
  if (m === null) {
    const missing = (name: string, definition: string, unit: Figure['unit']): Figure =>
      figure(`${id}.${name}`, definition, unit, none)
    return {
      window: null,
      fund: missing('fund', 'totalReturn', 'return'),
      benchmark: missing('benchmark', 'benchmarkReturn', 'return'),
      excess: missing('excess', 'excessReturn', 'return'),
      peerMedian: missing('peerMedian', 'peerMedian', 'return'),
      rank: missing('rank', 'rank', 'count'),
      peers: missing('peers', 'peers', 'count'),
      quartile: missing('quartile', 'quartile', 'count'),
    }
  }
  // Returns count from the first NAV on, risk from the first daily one.
  const { from, to } = m.window
  const fromDay = history.days[from] as number
  const toDay = history.days[to] as number
  const facts: CardFacts = { from: fromDay, to: toDay, frequency: context.frequency, n: to - from }
  const own = (history.adjusted[to] as number) / (history.adjusted[from] as number) - 1
  const theirs = benchmark === null ? NaN : (benchmark[to] as number) / (benchmark[from] as number) - 1
  const standing = returnStanding(context, fromDay, toDay, own)
  const noPeers: Reason = 'noPeers'
  const inputs =
    standing === null
      ? []
      : [
          { name: 'rank', value: standing.rank },
          { name: 'm', value: standing.peers },
        ]
  return {
    window: { from: dateOf(fromDay), to: dateOf(toDay) },
    fund: figure(`${id}.fund`, 'totalReturn', 'return', own, facts),
    ...againstBenchmark(context, id, own, theirs, facts),
    peerMedian: figure(`${id}.peerMedian`, 'peerMedian', 'return', standing?.median ?? noPeers, facts),
    rank: figure(`${id}.rank`, 'rank', 'count', standing?.rank ?? noPeers, { ...facts, inputs }),
    peers: figure(`${id}.peers`, 'peers', 'count', standing?.peers ?? noPeers, facts),
    quartile: figure(`${id}.quartile`, 'quartile', 'count', standing?.quartile ?? noPeers, { ...facts, inputs }),
  }
}
