import { describe, expect, it } from 'vitest'
import { cutRow } from '../../../../src-main/domain/segmentation/cut-row.ts'
import { CutPack } from '../../../../src-main/model/cut-pack.ts'
import { readPackJson } from '../../../helpers/rule-packs.ts'

const pack = CutPack.parse(readPackJson('cuts/2026.11.json'))
const rowOf = (axis: string, value: string | number): string | undefined => {
  const rows = pack.axes.find(each => each.id === axis)?.rows ?? []
  return rows[cutRow(rows, value)]?.id
}

describe('the row of a cut', () => {
  it.each([
    ['risk', 'C1min', 'C1min'],
    ['risk', 'professional', 'professional'],
    ['risk', 'none', 'none'],
    ['need', 'overdue', 'overdue'],
    ['need', 'onTime', 'onTime'],
    // the lower mark belongs to the row, the upper one to the next
    ['age', 34, 'to34'],
    ['age', 35, 'to49'],
    ['age', 49, 'to49'],
    ['age', 65, 'from65'],
    ['age', 'organisation', 'organisation'],
    ['age', 'unknown', 'unknown'],
    ['cash', 0.5, 'from50'],
    ['cash', 0.4999, 'to50'],
    ['cash', 0, 'to10'],
    ['cash', -0.1, 'to10'],
    ['cash', 'unknown', 'unknown'],
    // 2,000 yuan in fen
    ['revenue', 200_000, 'to12k'],
    ['revenue', 199_999, 'to2k'],
    ['revenue', 'unknown', 'unknown'],
  ])('of %s by %s is %s', (axis, value, row) => {
    expect(rowOf(axis, value)).toBe(row)
  })

  it.each(pack.axes.map(axis => [axis.id, axis] as const))('%s takes every number and word', (_, { rows }) => {
    for (const value of [Number.NaN, -1e12, -1, 0, 0.25, 17, 1e12, 'C9', '']) expect(cutRow(rows, value)).not.toBe(-1)
  })

  it('is refused as a pack when the last row does not take all that is left, or another does', () => {
    const [axis] = pack.axes
    if (axis === undefined) throw new Error('the pack has no axis')
    const withRows = (rows: typeof axis.rows) => CutPack.safeParse({ ...pack, axes: [{ ...axis, rows }] }).success
    expect(withRows(axis.rows)).toBe(true)
    expect(withRows(axis.rows.slice(0, -1))).toBe(false)
    expect(withRows(axis.rows.toReversed())).toBe(false)
  })
})
