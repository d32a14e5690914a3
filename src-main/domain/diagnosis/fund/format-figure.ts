import { formatNumber, MISSING } from '../../../model/format/number.ts'
import { formatReturn, formatShare } from '../../../model/format/share.ts'
import type { Figure } from '../../../model/report/figure.ts'

/** A figure as it stands in a sentence, the same in both languages and rounded as in the tables; "—" for a missing one. */
export function formatFigure(figure: Figure | undefined): string {
  const value = figure?.value ?? null
  if (figure === undefined || value === null) return MISSING
  switch (figure.unit) {
    case 'return':
      return formatReturn(value)
    case 'ratio':
      return formatShare(value, 2)
    case 'fen':
      return formatNumber(value / 100, 0)
    case 'days':
    case 'count':
    case 'score':
      return formatNumber(value, 0)
    case 'number':
      return formatNumber(value)
  }
}
