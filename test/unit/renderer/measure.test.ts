import { describe, expect, it } from 'vitest'
import type { CellFigures } from '../../../src-main/contract/matrix.ts'
import { boundsOf, classOf } from '../../../src-renderer/features/matrix/measure.ts'

const YI = 1e10
const cell = (aum: number): CellFigures => ({
  tier: 5,
  style: 'allocation',
  count: 18,
  aum,
  share: 0,
  revenue365: 0,
  movedIn: 0,
  movedOut: 0,
  overdue: 3,
  due: 0,
  mismatchShare: 0.019,
  spark: [],
})

describe('heat classes', () => {
  it('print round bounds of the largest cell: 4.39亿 gives steps of 1亿', () => {
    expect(boundsOf([cell(4.39 * YI), cell(0.006 * YI)], 'aum')).toEqual([0.1 * YI, YI, 2 * YI, 3 * YI, 4 * YI])
  })

  it('put a value that equals a bound into the higher class', () => {
    const bounds = boundsOf([cell(4.39 * YI)], 'aum')
    expect([0, 0.1 * YI, YI, 3.39 * YI, 4 * YI].map(v => classOf(v, bounds))).toEqual([0, 1, 2, 4, 5])
  })

  it('stay the same for shares, whatever the book', () => {
    expect(boundsOf([cell(1)], 'mismatch')).toEqual(boundsOf([cell(9e12)], 'mismatch'))
  })
})
