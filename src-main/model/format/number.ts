/** What stands where a figure is missing; its reason stands beside it or on focus. */
export const MISSING = '—'
/** U+2212, as wide as the plus sign. */
export const MINUS = '\u2212'

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** Magnitude with thousands separators; halves round away from zero on the decimal text, so 17.65 prints 17.7. */
const magnitude = (n: number, digits: number): string => {
  const size = Math.abs(n)
  if (size < 1e-9 || size >= 1e15) {
    const [whole = '0', part] = (size < 1e-9 ? 0 : size).toFixed(digits).split('.')
    return part === undefined ? grouped(whole) : `${grouped(whole)}.${part}`
  }
  const text = size < 1e-6 ? size.toFixed(20) : String(size)
  const rounded = String(Math.round(Number(`${text}e${digits}`))).padStart(digits + 1, '0')
  const whole = rounded.slice(0, rounded.length - digits)
  return digits === 0 ? grouped(whole) : `${grouped(whole)}.${rounded.slice(-digits)}`
}

const isZero = (text: string): boolean => !/[1-9]/.test(text)

/** `1,046.38`, `−3.20`; a rounded zero has no sign, a missing value is "—". */
export const formatNumber = (n: number | null, digits = 2): string => {
  if (n === null || !Number.isFinite(n)) return MISSING
  const text = magnitude(n, digits)
  return n < 0 && !isZero(text) ? MINUS + text : text
}

/** As formatNumber with a plus on gains: `+16.5`. */
export const formatSigned = (n: number | null, digits = 2): string => {
  const text = formatNumber(n, digits)
  return n !== null && n > 0 && text !== MISSING && !isZero(text) ? `+${text}` : text
}

/** Direction of a figure as it prints: a value that rounds to zero goes nowhere. */
export const directionOf = (n: number | null, digits = 2): 'up' | 'down' | 'flat' => {
  if (n === null || !Number.isFinite(n) || isZero(magnitude(n, digits))) return 'flat'
  return n > 0 ? 'up' : 'down'
}
