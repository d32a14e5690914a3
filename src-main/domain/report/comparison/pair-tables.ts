import { formatNumber } from '../../../model/format/number.ts'
import { formatShare } from '../../../model/format/share.ts'
import type { FundReport } from '../../../model/report/fund-report.ts'
import type { Block } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { tableBlock, type Row } from '../blocks/table.ts'
import { sideBySide } from '../blocks/text-blocks.ts'
import { plainCell, type Writer } from '../blocks/writer.ts'

/** Every fund against every other, in the order of the reports; null where the pair has no figure. */
export interface ComparedPairs {
  readonly correlation: readonly (readonly (number | null)[])[]
  readonly overlap: readonly (readonly (number | null)[])[]
  /** Fewest common daily returns of a shown pair. */
  readonly commonDays: number
}

const GAP = 8
const WIDTH = (178 - GAP) / 2
const NAMES = 34

/** Lower triangle, one row a fund but the first, one column a fund but the last. */
const triangle = (
  reports: readonly FundReport[],
  values: ComparedPairs['correlation'],
  print: (value: number | null) => string,
): readonly Row[] =>
  reports.slice(1).map((report, i): Row => ({
    cells: [
      `${i + 2} ${cutText(report.profile.name, 8, NAMES - 5)}`,
      ...reports.slice(0, -1).map((_, j) => (j > i ? '' : plainCell(print(values[i + 1]?.[j] ?? null)))),
    ],
  }))

/** How two of the funds move together, and how much of what they hold is the same. */
export const pairTables = (reports: readonly FundReport[], pairs: ComparedPairs, write: Writer): Block => {
  const columns = [
    { head: '', width: NAMES },
    ...reports.slice(0, -1).map((_, j) => ({ head: String(j + 1), right: true })),
  ]
  const table = (title: string, small: string, rows: readonly Row[]): Block =>
    tableBlock({ title, small, continued: '' }, columns, rows, { padding: 0.75 })
  return sideBySide(
    [WIDTH, WIDTH],
    [
      table(
        write.say('comparison.correlation'),
        write.say('comparison.correlationHow', { n: pairs.commonDays }),
        triangle(reports, pairs.correlation, v => formatNumber(v)),
      ),
      table(
        write.say('comparison.overlap'),
        write.say('comparison.overlapHow'),
        triangle(reports, pairs.overlap, v => formatShare(v)),
      ),
    ],
    GAP,
  )
}
