import { plain } from './clean-text.ts'

const factors: Readonly<Record<string, number>> = { 万: 4, 万元: 4, 亿: 8, 亿元: 8 }

/**
 * A figure of a file as an integer of `10^-decimals`, rounded half away from zero; null when the text is no figure.
 * Takes thousands commas, currency signs, full-width digits, brackets or a trailing minus for negatives, 万 and 亿, and
 * percent (`-1.57%` with 4 decimals is -157).
 */
export const scaledNumber = (raw: string, decimals: number): number | null => {
  let text = plain(raw).replaceAll(/[\s,'¥$]|CNY|RMB/g, '')
  let exponent = decimals
  let isNegative = false
  const bracketed = /^\((.+)\)$/.exec(text)?.[1]
  if (bracketed !== undefined) [text, isNegative] = [bracketed, true]
  const unit = /(万元|亿元|万|亿|元|份|股|%)$/.exec(text)?.[1]
  if (unit !== undefined) {
    text = text.slice(0, -unit.length)
    exponent += unit === '%' ? -2 : (factors[unit] ?? 0)
  }
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?(-?)$/.exec(text)
  if (match === null) return null
  const [, sign = '', whole = '', part = '', power = '0', tail = ''] = match
  if (whole === '' && part === '') return null
  if (sign === '-' || tail === '-') isNegative = !isNegative
  exponent += Number(power)
  const digits = whole + part
  const point = whole.length + exponent
  const kept = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0')
  const next = point < 0 ? '0' : (digits[point] ?? '0')
  const value = Number(kept) + (next >= '5' ? 1 : 0)
  if (!Number.isSafeInteger(value)) return null
  return isNegative && value !== 0 ? -value : value
}
