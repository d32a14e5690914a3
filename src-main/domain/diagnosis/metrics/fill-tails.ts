import { SLOT } from './metric-slots.ts'
import { quantileInPlace } from './quantile.ts'

/**
 * Writes the historical value at risk, its conditional mean and the tail ratio. `scratch` holds at least `n` numbers
 * and is overwritten. Both quantiles come from one partly ordered copy: the 95 % one lies right of the 5 % one.
 */
export function fillTails(out: Float64Array, r: Float64Array, n: number, scratch: Float64Array): void {
  for (let i = 0; i < n; i++) scratch[i] = r[i] as number
  const low = quantileInPlace(scratch, n, 0.05)
  const high = quantileInPlace(scratch, n, 0.95, Math.floor(0.05 * (n - 1)))
  let sum = 0
  let count = 0
  for (let i = 0; i < n; i++) {
    const x = r[i] as number
    if (x <= low) {
      sum += x
      count++
    }
  }
  out[SLOT.valueAtRisk95] = -low
  out[SLOT.conditionalValueAtRisk95] = count > 0 ? -sum / count : NaN
  out[SLOT.tailRatio] = low === 0 ? NaN : Math.abs(high) / Math.abs(low)
}
