import type { Figure } from '../../../model/report/figure.ts'

/** A figure as it stands in a sentence, the same in both languages; "—" for a missing one. */
export function formatFigure(figure: Figure | undefined): string {
  const value = figure?.value ?? null
  if (figure === undefined || value === null) return '—'
  switch (figure.unit) {
    case 'return':
      return `${value > 0 ? '+' : ''}${minus((value * 100).toFixed(2))}%`
    case 'ratio':
      return `${minus((value * 100).toFixed(2))}%`
    case 'fen':
      return grouped(Math.round(value / 100))
    case 'days':
    case 'count':
      return grouped(Math.round(value))
    case 'score':
      return String(Math.round(value))
    case 'number':
      return minus(value.toFixed(2))
  }
}

function minus(text: string): string {
  const zero = /^-0(?:\.0+)?$/.test(text)
  return zero ? text.slice(1) : text.replace('-', '−')
}

function grouped(value: number): string {
  return minus(String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ','))
}
