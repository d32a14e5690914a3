import type { Style, Tier } from '../../model/levels.ts'
import type { SegmentCells } from './segment-many.ts'
import { styles } from './style-scores.ts'

/** Places of the fifteen cells, and one more for clients whose cell is undetermined. */
export const CELL_PLACES = 16
const UNDETERMINED = 0

/** Place of a cell among the columns of a book: 1..15, tier by tier; 0 while tier or style is undetermined. */
export const cellIndex = (tier: Tier | null, style: Style | null): number =>
  tier === null || style === null ? UNDETERMINED : (tier - 1) * styles.length + styles.indexOf(style) + 1

/** The places of n clients; of `segmentMany`'s answer. */
export const cellIndices = ({ tier, style }: SegmentCells): Uint8Array => {
  const places = new Uint8Array(tier.length)
  for (let i = 0; i < places.length; i++) {
    const [t, s] = [tier[i] ?? 0, style[i] ?? 0]
    places[i] = t === 0 || s === 0 ? UNDETERMINED : (t - 1) * styles.length + s
  }
  return places
}

const tierOfPlace = (place: number): number => Math.ceil(place / styles.length)

/** What another sorting of the same clients changes. */
export interface PlaceMoves {
  /** Which clients, by their position. */
  readonly moved: readonly number[]
  readonly up: number
  readonly down: number
  /** Same tier, other style. */
  readonly style: number
}

/** Compares two sortings of the same clients; an undetermined cell counts as below tier 1. */
export const placeMoves = (before: Uint8Array, after: Uint8Array): PlaceMoves => {
  const moved: number[] = []
  let [up, down] = [0, 0]
  for (let i = 0; i < before.length; i++) {
    const [from, to] = [before[i] ?? 0, after[i] ?? 0]
    if (from === to) continue
    moved.push(i)
    const step = tierOfPlace(to) - tierOfPlace(from)
    if (step > 0) up += 1
    else if (step < 0) down += 1
  }
  return { moved, up, down, style: moved.length - up - down }
}
