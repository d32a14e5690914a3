import type { Figure } from '../../../model/report/figure.ts'

/** Every figure inside a report or a part of one, by its id. */
export function collectFigures(part: unknown, into = new Map<string, Figure>()): Map<string, Figure> {
  if (Array.isArray(part)) for (const item of part) collectFigures(item, into)
  else if (typeof part === 'object' && part !== null) {
    if (isFigure(part)) into.set(part.id, part)
    else for (const value of Object.values(part)) collectFigures(value, into)
  }
  return into
}

function isFigure(part: object): part is Figure {
  return 'id' in part && 'unit' in part && 'reason' in part && 'card' in part
}
