import { HENRIKSSON_MERTON, SLOT, TREYNOR_MAZUY } from '../metrics/metric-slots.ts'
import type { Better } from '../ranks.ts'

export interface RankedMetric {
  readonly id: string
  readonly slot: number
  readonly better: Better
}

const lowest = new Set([
  'annualVolatility',
  'downsideDeviation',
  'maxDrawdown',
  'ulcerIndex',
  'painIndex',
  'averageDrawdown',
  'averageDrawdownLength',
  'averageRecovery',
  'excessKurtosis',
  'valueAtRisk95',
  'conditionalValueAtRisk95',
  'valueAtRisk95Gaussian',
  'valueAtRisk95Modified',
  'longestLossStreak',
  'trackingError',
  'betaBear',
  'downCapture',
])

/** Every metric with the end of its scale that counts as better, and both timing models. */
export const RANKED: readonly RankedMetric[] = [
  ...Object.entries(SLOT).map(([id, slot]): RankedMetric => ({
    id,
    slot,
    better: lowest.has(id) ? 'lowest' : 'highest',
  })),
  { id: 'tmAlpha', slot: TREYNOR_MAZUY, better: 'highest' },
  { id: 'tmGamma', slot: TREYNOR_MAZUY + 2, better: 'highest' },
  { id: 'hmAlpha', slot: HENRIKSSON_MERTON, better: 'highest' },
  { id: 'hmGamma', slot: HENRIKSSON_MERTON + 2, better: 'highest' },
]
