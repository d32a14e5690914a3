/** Adjusted NAV of a peer group on a common axis of exchange days; one share class of each fund. */
export interface PeerSet {
  readonly days: Int32Array
  /** One column a peer, aligned with `days`; NaN before its first and after its last NAV. */
  readonly columns: readonly Float64Array[]
  /** Level of each peer's own benchmark, aligned likewise; `null` for a peer without one. */
  readonly benchmarks: readonly (Float64Array | null)[]
  /** Position of the fund itself among the columns. */
  readonly self: number
}

/** Growth of every peer between two positions, less 1; NaN for peers that do not cover both. */
export function peerReturns(peers: PeerSet, from: number, to: number): Float64Array {
  const out = new Float64Array(peers.columns.length)
  peers.columns.forEach((column, i) => {
    const start = column[from] ?? NaN
    const end = column[to] ?? NaN
    out[i] = end / start - 1
  })
  return out
}
