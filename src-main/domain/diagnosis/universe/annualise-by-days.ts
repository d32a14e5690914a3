import { annualized } from '../../portfolio/annualized.ts'
import { METRIC_SLOTS, SLOT } from '../metrics/metric-slots.ts'
import type { UniverseInput, UniverseWindow } from './rank-universe.ts'

/** Writes annual return, Calmar and Treynor by the calendar days of the window (ACT/365) into metric vectors. */
export function annualiseByDays(values: Float64Array, input: UniverseInput, { from, to }: UniverseWindow): void {
  const { days } = input.matrix
  const span = (days[to] as number) - (days[from] as number)
  const { riskFreePerPeriod, periodsPerYear } = input.settings
  const riskFree = (1 + riskFreePerPeriod) ** periodsPerYear - 1
  for (let at = 0; at < values.length; at += METRIC_SLOTS) {
    const annual = annualized(values[at + SLOT.totalReturn] as number, span)
    const deepest = values[at + SLOT.maxDrawdown] as number
    values[at + SLOT.annualReturn] = annual
    values[at + SLOT.calmar] = deepest > 0 ? annual / deepest : NaN
    values[at + SLOT.treynor] = (annual - riskFree) / (values[at + SLOT.beta] as number)
  }
}
