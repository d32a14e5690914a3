import { grouped } from './locale.ts'

const signed = (value: number, decimals: number): string => {
  const text = grouped(value, decimals)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** A part of one with one decimal: 0.176 -> 17.6%. */
export const formatShare = (share: number): string => `${grouped(share * 100, 1)}%`

/** A signed return with two decimals: 0.0738 -> +7.38%. */
export const formatReturn = (value: number): string => `${signed(value * 100, 2)}%`

/** A signed difference of two shares in points: 0.165 -> +16.5. */
export const formatPoints = (difference: number): string => signed(difference * 100, 1)

/** A pure number with two decimals: 0.27. */
export const formatRatio = (value: number): string => grouped(value, 2)
