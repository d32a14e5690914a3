/**
 * Moves the k-th smallest of `values[lo..hi]` to index k, smaller ones before it and larger ones after it, and returns
 * it (quickselect with the median of three, Hoare 1961). Reorders `values`.
 */
export function selectOrder(values: Float64Array, k: number, lo: number, hi: number): number {
  let left = lo
  let right = hi
  while (right > left) {
    const a = values[left] as number
    const b = values[(left + right) >> 1] as number
    const c = values[right] as number
    const pivot = a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b
    let i = left
    let j = right
    while (i <= j) {
      let x = values[i] as number
      while (x < pivot) x = values[++i] as number
      let y = values[j] as number
      while (y > pivot) y = values[--j] as number
      if (i <= j) {
        values[i++] = y
        values[j--] = x
      }
    }
    if (k <= j) right = j
    else if (k >= i) left = i
    else break
  }
  return values[k] as number
}

/** Smallest of `values[lo..hi]`. */
export function smallestOf(values: Float64Array, lo: number, hi: number): number {
  let smallest = values[lo] as number
  for (let i = lo + 1; i <= hi; i++) {
    const x = values[i] as number
    if (x < smallest) smallest = x
  }
  return smallest
}
