import type { FactorShock, StressPack, StressWindow } from '../../../model/stress-pack.ts'
import { ASSET_CLASSES } from '../../portfolio/look-through.ts'
import { classAmounts, type Exposure } from './exposure.ts'

/** Change in fen when a window repeats itself on today's classes: `sum amount_c * return_c`. */
export function replayed(exposure: Exposure, window: Pick<StressWindow, 'returns'>): number {
  const amounts = classAmounts(exposure)
  return ASSET_CLASSES.reduce((sum, c) => sum + amounts[c] * window.returns[c], 0)
}

/** Change in fen under a shock; yields work as `-duration * change` on what is fixed income. */
export function shocked(exposure: Exposure, shock: FactorShock, pack: Pick<StressPack, 'duration'>): number {
  const rates = exposure.rows.reduce(
    (sum, { facts, value }) =>
      sum - value * facts.classes.fixedIncome * (facts.fund?.duration ?? pack.duration) * shock.yieldChange,
    0,
  )
  return replayed(exposure, shock) + rates
}

/** The most a window of the pack would cost, in fen (negative), or the least gain. */
export const worstReplay = (exposure: Exposure, pack: StressPack): number =>
  Math.min(...pack.windows.map(window => replayed(exposure, window)))
