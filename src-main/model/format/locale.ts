import { z } from 'zod'

export const Locale = z.enum(['zh-CN', 'en'])
export type Locale = z.infer<typeof Locale>

/** U+2212, as wide as the plus sign. */
export const MINUS = '\u2212'

/** Groups of three and a fixed number of decimals; a rounded zero has no sign. */
export const grouped = (value: number, decimals: number): string => {
  const text = Math.abs(value).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text
}
