import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toSegmentColumns, type SegmentInput } from '../../../../src-main/domain/segmentation/segment-columns.ts'
import { segmentClient } from '../../../../src-main/domain/segmentation/segment-client.ts'
import { segmentMany } from '../../../../src-main/domain/segmentation/segment-many.ts'
import { styles } from '../../../../src-main/domain/segmentation/style-scores.ts'
import { defaultSegmentPack } from '../../../helpers/rule-packs.ts'
import { completeFacts, generateBook, previousSegment } from '../../../helpers/segment-facts.ts'

const pack = defaultSegmentPack()

const oneByOne = (book: readonly SegmentInput[]): readonly (readonly [number, string | null, number])[] =>
  book.map(({ facts, previous }) => {
    const cell = segmentClient(facts, previous, pack)
    return [cell.tier ?? 0, cell.style, cell.inactive ? 1 : 0]
  })

const allAtOnce = (book: readonly SegmentInput[]): readonly (readonly [number, string | null, number])[] => {
  const cells = segmentMany(toSegmentColumns(book), pack)
  return book.map((_, i) => [cells.tier[i] ?? 0, styles[(cells.style[i] ?? 0) - 1] ?? null, cells.inactive[i] ?? 0])
}

describe('segmentMany', () => {
  it(
    'puts 20,000 clients with marks, gaps and previous cells where segmentClient puts them',
    { timeout: 60_000 },
    () => {
      const book = generateBook(20_000, 7)
      expect(allAtOnce(book)).toEqual(oneByOne(book))
    },
  )

  it('agrees with segmentClient for any facts', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ facts: completeFacts, previous: previousSegment }), { maxLength: 20 }), book => {
        expect(allAtOnce(book)).toEqual(oneByOne(book))
      }),
    )
  })

  it('answers an empty book with empty columns', () => {
    expect(segmentMany(toSegmentColumns([]), pack).tier).toHaveLength(0)
  })
})
