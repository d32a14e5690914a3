import type { HashText } from '../ports/hash-text.ts'

/** Time, ids and hash for what is being written. */
export interface Made {
  readonly at: string
  readonly id: () => string
  readonly hash: HashText
}
