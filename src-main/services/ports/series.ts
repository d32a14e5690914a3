/** Day index (whole days since 1970-01-01, ascending) and one value a day. NAV in yuan; index levels in points. */
export interface Series {
  readonly days: Int32Array
  readonly values: Float64Array
}

/** State of a stored series, read without it: a change of `past` says that more than new days at its end was written. */
export interface NavMark {
  readonly lastDay: number
  readonly lastValue: number
  readonly points: number
  readonly past: number
}
