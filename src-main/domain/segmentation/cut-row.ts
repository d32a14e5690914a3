import type { CutRow } from '../../model/cut-pack.ts'

const takes = ({ words, from, below }: CutRow, value: string | number): boolean => {
  if (words === undefined && from === undefined && below === undefined) return true
  if (typeof value === 'string') return words?.includes(value) ?? false
  if (from === undefined && below === undefined) return false
  return (from === undefined || value >= from) && (below === undefined || value < below)
}

/** Index of the first row that takes a word or a number; the last row of a pack takes all that is left. */
export const cutRow = (rows: readonly CutRow[], value: string | number): number =>
  rows.findIndex(row => takes(row, value))
