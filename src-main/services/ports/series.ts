/** Day index (whole days since 1970-01-01, ascending) and one value a day. NAV in yuan; index levels in points. */
export interface Series {
  readonly days: Int32Array
  readonly values: Float64Array
}
