import { toSegmentColumns, type SegmentInput } from '../../src-main/domain/segmentation/segment-columns.ts'
import { decideSegment } from '../../src-main/domain/segmentation/segment-client.ts'
import { segmentMany } from '../../src-main/domain/segmentation/segment-many.ts'
import { defaultSegmentPack } from '../helpers/rule-packs.ts'
import { generateBook } from '../helpers/segment-facts.ts'
import { runBench, secondsOf, type BenchResult } from './bench-result.ts'

const distinct = 100_000
const repeats = 10

/** Cells of 1,000,000 clients on one core; the reference decides the same clients one object at a time. */
export const segmentMillion = (): Promise<BenchResult> => {
  const pack = defaultSegmentPack()
  const some = generateBook(distinct, 1)
  const book = Array.from({ length: repeats }, (): readonly SegmentInput[] => some).flat()
  const columns = toSegmentColumns(book)
  return runBench({
    name: 'segment-million',
    unit: 'clients/s',
    runs: 5,
    toUnit: seconds => book.length / seconds,
    ours: () => secondsOf(() => segmentMany(columns, pack)),
    reference: () =>
      secondsOf(() => {
        for (const { facts, previous } of book) decideSegment(facts, previous, pack)
      }),
  })
}
