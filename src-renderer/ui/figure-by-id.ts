import type { Figure } from '../../src-main/model/report/figure.ts'

const isFigure = (part: object): part is Figure => 'id' in part && 'unit' in part && 'reason' in part && 'card' in part

/** The figure of a report with this id, wherever it stands. */
export const figureById = (part: unknown, id: string): Figure | null => {
  if (typeof part !== 'object' || part === null) return null
  if (isFigure(part)) return part.id === id ? part : null
  for (const value of Object.values(part)) {
    const found = figureById(value, id)
    if (found) return found
  }
  return null
}
