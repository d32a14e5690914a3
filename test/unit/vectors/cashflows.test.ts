import { describe, expect, it } from 'vitest'
import { modifiedDietz } from '../../../src-main/domain/portfolio/modified-dietz.ts'
import { xirr, xnpv, type Cashflow } from '../../../src-main/domain/portfolio/xirr.ts'
import { hasShared } from '../../helpers/shared-folder.ts'
import { checkVectors, readVectors, type Converted, type Vector } from '../../helpers/vectors.ts'

interface XirrVector extends Vector {
  readonly roots_found_here?: readonly number[]
  readonly unique_root?: boolean
}

function convert(vector: XirrVector): Converted {
  const flows = vector.input['cashflows'] as readonly Cashflow[]
  if (vector.metric === 'xnpv') return xnpv(Number(vector.input['rate']), flows)
  if (vector.metric === 'simple_dietz') {
    // Simple Dietz puts every flow in the middle of the period.
    const { begin, end, flows: dated } = vector.input as { begin: number; end: number; flows: readonly Cashflow[] }
    return modifiedDietz({ begin, end, days: 2, flows: dated.map(([, amount]) => [1, amount]) }).rate
  }
  const answer = xirr(flows)
  if (answer.rate !== null || answer.reason !== 'not-unique') return answer.rate
  // Where several rates solve it we say so; theirs must be among them, and all that were found must be.
  const roots = answer.roots ?? []
  for (const root of vector.roots_found_here ?? [])
    expect(roots.some(r => Math.abs(r - root) <= 1e-6 * Math.max(1, Math.abs(root)))).toBe(true)
  expect(vector.unique_root).toBe(false)
  const wanted = Number(vector.expected)
  return roots.reduce((best, r) => (Math.abs(r - wanted) < Math.abs(best - wanted) ? r : best), Infinity)
}

describe.skipIf(!hasShared('vectors'))('reference values of cash flow returns', () => {
  it('are met, and several solutions are never one rate', () => {
    checkVectors('xirr', convert)
  })

  it('have a rate where the library finds none and one solves the equation', () => {
    for (const vector of readVectors('xirr').filter(v => v.usable === false) as readonly XirrVector[]) {
      const { rate } = xirr(vector.input['cashflows'] as readonly Cashflow[])
      expect(rate).toBeCloseTo(vector.roots_found_here?.[0] ?? NaN, 9)
    }
  })
})
