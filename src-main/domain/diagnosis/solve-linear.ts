/**
 * Solves `matrix x = right` by Gaussian elimination with partial pivoting; `null` for a singular matrix.
 * `matrix` is square and small, row by row; neither argument is changed.
 */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const n = right.length
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  const scale = Math.max(...rows.flat().map(Math.abs), 0)
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let i = column + 1; i < n; i++)
      if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = i
    const lead = rows[pivot]
    const current = rows[column]
    if (lead === undefined || current === undefined) return null
    const head = lead[column] ?? 0
    if (Math.abs(head) <= 1e-14 * scale) return null
    rows[pivot] = current
    rows[column] = lead
    for (let i = column + 1; i < n; i++) {
      const row = rows[i] ?? []
      const factor = (row[column] ?? 0) / head
      if (factor !== 0) for (let j = column; j <= n; j++) row[j] = (row[j] ?? 0) - factor * (lead[j] ?? 0)
    }
  }
  const x = Array.from({ length: n }, () => 0)
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] ?? []
    let sum = row[n] ?? 0
    for (let j = i + 1; j < n; j++) sum -= (row[j] ?? 0) * (x[j] ?? 0)
    x[i] = sum / (row[i] ?? 1)
  }
  return x
}
