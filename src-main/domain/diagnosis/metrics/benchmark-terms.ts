/** Everything about a benchmark that all funds measured against it share. */
export interface BenchmarkTerms {
  readonly n: number
  readonly mean: number
  /** Deviations from their means of the return, of its squared excess, and of what it falls short of the free rate. */
  readonly x: Float64Array
  readonly z: Float64Array
  readonly h: Float64Array
  readonly meanZ: number
  readonly meanH: number
  readonly xx: number
  readonly zz: number
  readonly xz: number
  readonly hh: number
  readonly xh: number
  readonly largest: number
  readonly bull: BenchmarkSide
  readonly bear: BenchmarkSide
}

/** The periods the benchmark rose, or fell. */
export interface BenchmarkSide {
  readonly at: Int32Array
  readonly x: number
  readonly xx: number
  readonly growth: number
}

/** Terms of the first `n` returns of a benchmark; `free` is the risk-free return a period. */
export function benchmarkTerms(b: Float64Array, n: number, free: number): BenchmarkTerms {
  let sum = 0
  let sumSquare = 0
  let sumOption = 0
  for (let i = 0; i < n; i++) {
    const excess = (b[i] as number) - free
    sum += b[i] as number
    sumSquare += excess * excess
    sumOption += (Math.abs(excess) - excess) * 0.5
  }
  const mean = sum / n
  const meanZ = sumSquare / n
  const meanH = sumOption / n
  const x = new Float64Array(n)
  const z = new Float64Array(n)
  const h = new Float64Array(n)
  let xx = 0
  let zz = 0
  let xz = 0
  let hh = 0
  let xh = 0
  let largest = 0
  for (let i = 0; i < n; i++) {
    const excess = (b[i] as number) - free
    const dx = (b[i] as number) - mean
    const dz = excess * excess - meanZ
    const dh = (Math.abs(excess) - excess) * 0.5 - meanH
    x[i] = dx
    z[i] = dz
    h[i] = dh
    xx += dx * dx
    zz += dz * dz
    xz += dx * dz
    hh += dh * dh
    xh += dx * dh
    largest = Math.max(largest, Math.abs(b[i] as number))
  }
  const bull = sideOf(b, x, n, 1)
  const bear = sideOf(b, x, n, -1)
  return { n, mean, x, z, h, meanZ, meanH, xx, zz, xz, hh, xh, largest, bull, bear }
}

function sideOf(b: Float64Array, x: Float64Array, n: number, sign: 1 | -1): BenchmarkSide {
  const at: number[] = []
  let sum = 0
  let squares = 0
  let growth = 1
  for (let i = 0; i < n; i++) {
    if ((b[i] as number) * sign <= 0) continue
    at.push(i)
    const dx = x[i] as number
    sum += dx
    squares += dx * dx
    growth *= 1 + (b[i] as number)
  }
  return { at: Int32Array.from(at), x: sum, xx: squares, growth }
}
