import { statSync } from 'node:fs'
import { join } from 'node:path'

/** The demo world with 3,000 clients has 124 MB, a branch of 50,000 more than 300. */
const SMALL_BYTES = 192 * 2 ** 20

/**
 * The book that is there is small: its processes collect garbage early and keep little room ahead, which costs little then. A large
 * book, and one that is still to be synced, take the memory that makes them quick.
 */
export const hasSmallBook = (home: string): boolean => {
  const size = statSync(join(home, 'book.db'), { throwIfNoEntry: false })?.size
  return size !== undefined && size < SMALL_BYTES
}
