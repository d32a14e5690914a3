import { expect, it } from 'vitest'
import { fundOverlap } from '../../src-main/domain/portfolio/fund-overlap.ts'

it('adds shared positions to the same last bit, whichever fund comes first', () => {
  // (0.1 + 0.2) + 0.3 is not 0.3 + (0.2 + 0.1) in floating point
  const a = new Map([
    ['600001', 0.1],
    ['600002', 0.2],
    ['600003', 0.3],
  ])
  const b = new Map([...a].toReversed())
  expect(fundOverlap(a, b)).toBe(fundOverlap(b, a))
})
