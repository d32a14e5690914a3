import type { Style, Tier } from '../../model/levels.ts'
import { seeds } from './seeds.ts'

export interface Cell {
  readonly tier: Tier
  readonly style: Style
}

/** Clients per cell in a book of 3,000: tier 5 down to 1, trading, wealth, allocation. */
const shape: readonly (readonly [Tier, number, number, number])[] = [
  [5, 14, 16, 18],
  [4, 52, 61, 43],
  [3, 236, 268, 108],
  [2, 498, 521, 105],
  [1, 381, 643, 36],
]
const styles = ['trading', 'wealth', 'allocation'] as const
const steps = shape.flatMap(([tier, ...counts]) => counts.map((n, i) => ({ tier, style: styles[i] ?? 'wealth', n })))
const total = steps.reduce((sum, s) => sum + s.n, 0)

/** Low-discrepancy sequence (golden ratio): any run of clients has nearly the shape of the whole. */
export const cellOf = (index: number): Cell => {
  const star = seeds.names.featured[index]
  if (star !== undefined) return { tier: star.tier, style: star.style }
  let at = ((index * 0.6180339887498949) % 1) * total
  for (const s of steps) {
    at -= s.n
    if (at < 0) return { tier: s.tier, style: s.style }
  }
  return { tier: 1, style: 'wealth' }
}
