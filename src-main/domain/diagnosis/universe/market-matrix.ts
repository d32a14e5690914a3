import { lastAtOrBefore } from '../day-axis.ts'

/** Adjusted NAV of many funds on one axis of exchange days, fund by fund in one block of memory. */
export interface MarketMatrix {
  readonly days: Int32Array
  readonly codes: readonly string[]
  /** Places a fund has: at least the number of days, more where days are going to be added. */
  readonly stride: number
  /** `values[fund * stride + day]`; NaN before the first and after the last NAV of a fund. */
  readonly values: Float64Array
}

/** Days a NAV may be late, in exchange days, and still stand for the newest ones: QDII come a day late. */
const LATE = 5

/** A fund's adjusted NAV on the axis: gaps and a short lateness repeat the last one, the rest is NaN. */
export function columnOf(
  days: Int32Array,
  adjusted: { readonly days: Int32Array; readonly values: Float64Array },
  into: Float64Array,
): void {
  const { days: own, values } = adjusted
  const end = own.at(-1)
  const last = end === undefined ? -1 : lastAtOrBefore(days, end)
  let at = -1
  for (let t = 0; t < days.length; t++) {
    const day = days[t] as number
    while (at + 1 < own.length && (own[at + 1] as number) <= day) at++
    into[t] = at < 0 || t > last + LATE ? NaN : (values[at] as number)
  }
}

/** Builds the matrix from the adjusted NAV of each fund, in the order of `codes`, with room for `spare` further days. */
export function marketMatrix(
  days: Int32Array,
  codes: readonly string[],
  adjustedOf: (code: string) => { readonly days: Int32Array; readonly values: Float64Array },
  spare = 0,
): MarketMatrix {
  const stride = days.length + spare
  const values = new Float64Array(codes.length * stride)
  codes.forEach((code, f) => columnOf(days, adjustedOf(code), values.subarray(f * stride, f * stride + days.length)))
  return { days, codes, stride, values }
}

/**
 * The matrix with one more day: `adjusted` holds the new adjusted NAV of each fund, NaN for none. Shares its memory with
 * the one before, which does not see the new day; copies only when there is no room left.
 */
export function withDay(matrix: MarketMatrix, day: number, adjusted: Float64Array): MarketMatrix {
  const width = matrix.days.length
  const days = new Int32Array(width + 1)
  days.set(matrix.days)
  days[width] = day
  const roomy = width < matrix.stride ? matrix : widened(matrix)
  const { values, stride } = roomy
  for (let f = 0; f < adjusted.length; f++) values[f * stride + width] = adjusted[f] as number
  return { days, codes: matrix.codes, stride, values }
}

/** A quarter of exchange days. */
const ROOM = 61

function widened({ days, codes, stride, values }: MarketMatrix): MarketMatrix {
  const wide = days.length + ROOM
  const copy = new Float64Array(codes.length * wide)
  for (let f = 0; f < codes.length; f++) copy.set(values.subarray(f * stride, f * stride + days.length), f * wide)
  return { days, codes, stride: wide, values: copy }
}

/** The NAV column of one fund, shared with the matrix. */
export function columnAt({ days, stride, values }: MarketMatrix, fund: number): Float64Array {
  return values.subarray(fund * stride, fund * stride + days.length)
}
