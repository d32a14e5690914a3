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

/** A fund's adjusted NAV on the axis: gaps and up to `late` exchange days after the last one repeat it, the rest is NaN. */
export function columnOf(
  days: Int32Array,
  adjusted: { readonly days: Int32Array; readonly values: Float64Array },
  into: Float64Array,
  late: number,
): void {
  const { days: own, values } = adjusted
  const end = own.at(-1)
  const last = end === undefined ? -1 : lastAtOrBefore(days, end)
  let at = -1
  for (let t = 0; t < days.length; t++) {
    const day = days[t] as number
    while (at + 1 < own.length && (own[at + 1] as number) <= day) at++
    into[t] = at < 0 || t > last + late ? NaN : (values[at] as number)
  }
}

/** Builds the matrix from the adjusted NAV of each fund, in the order of `codes`, with room for `spare` further days. */
export function marketMatrix(
  days: Int32Array,
  codes: readonly string[],
  adjustedOf: (code: string) => { readonly days: Int32Array; readonly values: Float64Array },
  late: number,
  spare = 0,
): MarketMatrix {
  const stride = days.length + spare
  const values = new Float64Array(codes.length * stride)
  codes.forEach((code, f) =>
    columnOf(days, adjustedOf(code), values.subarray(f * stride, f * stride + days.length), late),
  )
  return { days, codes, stride, values }
}

/**
 * The matrix on a longer axis that begins with the same days. Shares its memory with the one before, which does not see
 * the new days; their places are still to be filled.
 */
export function withRoom(matrix: MarketMatrix, days: Int32Array): MarketMatrix {
  if (days.length > matrix.stride) throw new Error(`no room for ${days.length} days, only for ${matrix.stride}`)
  return { ...matrix, days }
}

/** The NAV column of one fund, shared with the matrix. */
export function columnAt({ days, stride, values }: MarketMatrix, fund: number): Float64Array {
  return values.subarray(fund * stride, fund * stride + days.length)
}
