/** Means and products about the means of y on a constant, x and z. */
export interface RegressionSums {
  readonly n: number
  readonly y: number
  readonly x: number
  readonly z: number
  readonly xx: number
  readonly yy: number
  readonly xy: number
  readonly zz: number
  readonly xz: number
  readonly zy: number
}

/** Residuals below this share of the variance are rounding: the fit is exact and has no t-value. */
const EXACT = 1e-14

/**
 * Ordinary least squares `y = alpha + beta x + gamma z`: writes alpha, beta, gamma and the t-value of gamma (n - 3
 * degrees of freedom) from `at` on; NaN where the regressors do not span or the observations do not suffice.
 */
export function writeTimingRegression(out: Float64Array, at: number, s: RegressionSums): void {
  const determinant = s.xx * s.zz - s.xz * s.xz
  const solvable = s.n >= 3 && determinant > 1e-12 * s.xx * s.zz
  const beta = (s.zz * s.xy - s.xz * s.zy) / determinant
  const gamma = (s.xx * s.zy - s.xz * s.xy) / determinant
  const residual = s.yy - beta * s.xy - gamma * s.zy
  const error = Math.sqrt(((residual / (s.n - 3)) * s.xx) / determinant)
  out[at] = solvable ? s.y - beta * s.x - gamma * s.z : NaN
  out[at + 1] = solvable ? beta : NaN
  out[at + 2] = solvable ? gamma : NaN
  out[at + 3] = solvable && s.n > 3 && residual > EXACT * s.yy ? gamma / error : NaN
}
