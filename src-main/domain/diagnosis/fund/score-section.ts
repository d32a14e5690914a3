import type { Figure } from '../../../model/report/figure.ts'
import type { Force, ForceId, FundScore } from '../../../model/report/fund/score.ts'
import { lastAtOrBefore } from '../day-axis.ts'
import { benchmarkTerms, type BenchmarkTerms } from '../metrics/benchmark-terms.ts'
import { fillMetrics } from '../metrics/fill-metrics.ts'
import { METRIC_SLOTS, SLOT, TREYNOR_MAZUY } from '../metrics/metric-slots.ts'
import type { PeerSet } from '../peer-set.ts'
import { LEAST_PEERS, scoreOf, type Better } from '../ranks.ts'
import type { FundContext } from './fund-context.ts'
import { dateOf, type CardFacts, type Reason } from './figure-kit.ts'
import { standingOf } from './peer-standing.ts'
import type { Periods } from './period-columns.ts'
import { stepReturns, type WindowMetrics } from './window-metrics.ts'

interface ForceKind {
  readonly id: ForceId
  readonly definition: string
  readonly slot: number
  readonly better: Better
  readonly unit: Figure['unit']
  /** A regression constant a day becomes one a year. */
  readonly perYear: boolean
}

const FORCES: readonly ForceKind[] = [
  {
    id: 'return',
    definition: 'annualReturn',
    slot: SLOT.totalReturn,
    better: 'highest',
    unit: 'return',
    perYear: false,
  },
  {
    id: 'resilience',
    definition: 'maxDrawdown',
    slot: SLOT.maxDrawdown,
    better: 'lowest',
    unit: 'ratio',
    perYear: false,
  },
  {
    id: 'stability',
    definition: 'annualVolatility',
    slot: SLOT.annualVolatility,
    better: 'lowest',
    unit: 'ratio',
    perYear: false,
  },
  { id: 'selection', definition: 'tmAlpha', slot: TREYNOR_MAZUY, better: 'highest', unit: 'return', perYear: true },
  { id: 'timing', definition: 'tmGamma', slot: TREYNOR_MAZUY + 2, better: 'highest', unit: 'number', perYear: false },
]

/** Five forces over three years, over one for a younger fund; each the score of a rank within the peer group. */
export function scoreSection(context: FundContext, periods: Periods): FundScore {
  const m = periods.get('3y') ?? periods.get('1y') ?? null
  const { figure, history, input } = context
  const { peers } = input
  const vectors = m === null || peers === null ? null : peerVectors(context, peers, m)
  const facts: CardFacts =
    m === null
      ? {}
      : {
          from: history.days[m.window.from],
          to: history.days[m.window.to],
          frequency: context.frequency,
          n: m.n,
          rf: input.riskFree,
          benchmark: context.benchmarkName,
        }
  const forces = FORCES.map(kind => forceOf(context, kind, m, vectors, facts))
  const scores = forces.map(f => f.score.value).filter(x => x !== null)
  const first = forces.find(f => f.score.reason !== null)?.score.reason as Reason | undefined
  const count = vectors?.filter(v => !Number.isNaN(v[SLOT.totalReturn] as number)).length
  return {
    window: m === null ? null : { from: dateOf(history.days[m.window.from] as number), to: dateOf(context.lastDay) },
    peers: figure('score.peers', 'peers', 'count', count ?? (m === null ? 'shorterThanWindow' : 'noPeers'), facts),
    total: figure(
      'score.total',
      'score',
      'score',
      scores.length === FORCES.length ? Math.round(scores.reduce((a, b) => a + b, 0) / scores.length) : (first ?? null),
      { ...facts, inputs: forces.map(f => ({ name: f.id, value: f.score.value })) },
    ),
    forces,
  }
}

function forceOf(
  context: FundContext,
  kind: ForceKind,
  m: WindowMetrics | null,
  vectors: readonly Float64Array[] | null,
  facts: CardFacts,
): Force {
  const { figure, input } = context
  const id = `score.${kind.id}`
  const reason = missing(context, kind, m)
  if (m === null || reason !== null) {
    const none = reason ?? 'shorterThanWindow'
    return {
      id: kind.id,
      metric: figure(`${id}.metric`, kind.definition, kind.unit, none, facts),
      rank: figure(`${id}.rank`, 'rank', 'count', none, facts),
      score: figure(id, 'forceScore', 'score', none, facts),
    }
  }
  const raw = m.values[kind.id === 'return' ? SLOT.annualReturn : kind.slot] as number
  const metric = kind.perYear ? raw * context.periodsPerYear : raw
  const standing =
    vectors === null || input.peers === null
      ? null
      : standingOf(
          Float64Array.from(vectors, v => v[kind.slot] as number),
          input.peers.self,
          kind.better,
        )
  const few: Reason = standing === null ? 'noPeers' : 'fewPeers'
  const score = standing === null || standing.peers < LEAST_PEERS ? null : scoreOf(standing.rank, standing.peers)
  const inputs =
    standing === null
      ? []
      : [
          { name: 'rank', value: standing.rank },
          { name: 'm', value: standing.peers },
        ]
  return {
    id: kind.id,
    metric: figure(`${id}.metric`, kind.definition, kind.unit, metric, facts),
    rank: figure(`${id}.rank`, 'rank', 'count', standing?.rank ?? 'noPeers', { ...facts, inputs }),
    score: figure(id, 'forceScore', 'score', score ?? few, { ...facts, inputs }),
  }
}

function missing(context: FundContext, kind: ForceKind, m: WindowMetrics | null): Reason | null {
  if (context.history.days.length < 2) return 'noNav'
  if (m === null) return 'shorterThanWindow'
  if (m.n < context.input.conclusions.thresholds.minimumReturns) return 'tooFewReturns'
  if (context.money && kind.id !== 'return') return 'moneyFund'
  if ((kind.id === 'selection' || kind.id === 'timing') && !m.relative) return 'noBenchmark'
  return null
}

/** Metric vectors of all peers over the window of the fund; the fund's own is its own. */
function peerVectors(context: FundContext, peers: PeerSet, m: WindowMetrics): Float64Array[] {
  const { history, periodsPerYear, riskFreePerPeriod } = context
  const from = lastAtOrBefore(peers.days, history.days[m.window.from] as number)
  const to = lastAtOrBefore(peers.days, history.days[m.window.to] as number)
  const settings = { periodsPerYear, riskFreePerPeriod, requiredReturnPerPeriod: riskFreePerPeriod }
  const scratch = new Float64Array(Math.max(0, to - from))
  // Peers share a few benchmarks: each is prepared once.
  const known = new Map<Float64Array, BenchmarkTerms>()
  const termsOf = (levels: Float64Array): BenchmarkTerms => {
    const found = known.get(levels) ?? benchmarkTerms(stepReturns(levels, from, to), to - from, riskFreePerPeriod)
    known.set(levels, found)
    return found
  }
  return peers.columns.map((column, i) => {
    if (i === peers.self) return m.values
    const out = new Float64Array(METRIC_SLOTS).fill(NaN)
    if (from < 0 || to <= from || Number.isNaN(column[from] ?? NaN) || Number.isNaN(column[to] ?? NaN)) return out
    const own = peers.benchmarks[i] ?? null
    const against = own === null || Number.isNaN(own[from] ?? NaN) ? null : termsOf(own)
    fillMetrics(out, stepReturns(column, from, to), against, to - from, settings, scratch)
    return out
  })
}
