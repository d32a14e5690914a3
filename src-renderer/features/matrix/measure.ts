import type { CellFigures as MatrixFigures } from '../../../src-main/contract/matrix.ts'

/** What the heat of a cell is taken from, in the matrix and in every other cut. */
export type CellFigures = Pick<MatrixFigures, 'aum' | 'count' | 'revenue365' | 'overdue' | 'mismatchShare'>

export const measures = ['aum', 'count', 'revenue', 'overdue', 'mismatch'] as const
export type Measure = (typeof measures)[number]

export const measureOf = (cell: CellFigures, measure: Measure): number => {
  switch (measure) {
    case 'aum':
      return cell.aum
    case 'count':
      return cell.count
    case 'revenue':
      return cell.revenue365
    case 'overdue':
      return cell.count === 0 ? 0 : cell.overdue / cell.count
    case 'mismatch':
      return cell.mismatchShare
  }
}

const nice = [1, 2, 5]
/** Smallest round step whose four steps reach 60 % of the largest cell, so that the top class stays rare. */
const stepFor = (max: number): number => {
  for (let power = 1; ; power *= 10) for (const n of nice) if (4 * n * power >= 0.6 * max) return n * power
}

/** Lower bounds of classes 1..5; class 0 lies below the first. */
export const boundsOf = (cells: readonly CellFigures[], measure: Measure): readonly number[] => {
  if (measure === 'overdue') return [0.02, 0.05, 0.1, 0.15, 0.2]
  if (measure === 'mismatch') return [0.01, 0.02, 0.03, 0.05, 0.08]
  const step = stepFor(Math.max(10, ...cells.map(c => measureOf(c, measure))))
  return [step / 10, step, 2 * step, 3 * step, 4 * step]
}

export const classOf = (value: number, bounds: readonly number[]): number => bounds.filter(b => value >= b).length
