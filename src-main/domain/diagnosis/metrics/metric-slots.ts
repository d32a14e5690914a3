import { METRIC_KEYS, type MetricKey } from '../../../model/calc/metric-keys.ts'

function slots(): { readonly [key in MetricKey]: number } {
  const found: Partial<Record<MetricKey, number>> = {}
  METRIC_KEYS.forEach((key, slot) => {
    found[key] = slot
  })
  return found as { readonly [key in MetricKey]: number }
}

/** Where each metric stands in a metric vector. */
export const SLOT = slots()

/** Slots after the named metrics: two timing regressions of four numbers, then the moments other parts need. */
const after = METRIC_KEYS.length
export const TREYNOR_MAZUY = after
export const HENRIKSSON_MERTON = after + 4
export const MEAN = after + 8
export const DEVIATION = after + 9
export const METRIC_SLOTS = after + 10

/**
 * Below this share of the largest return a deviation is rounding noise of a constant series, and ratios over it are
 * not defined; real funds stand at 1e-2 and more.
 */
export const NOISE = 1e-12
