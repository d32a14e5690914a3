import { formatReturn } from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import { PX, type Block, type Chapter } from '../blocks/block.ts'
import { monthTable } from '../blocks/month-table.ts'
import { sideBySide, titleBlock } from '../blocks/text-blocks.ts'
import { missingNote, type Writer } from '../blocks/writer.ts'
import { EMPTY } from '../markup/markup.ts'
import { contributionTable, curvePicture, periodTable, yearPicture } from './performance-pages.ts'

/** Few years stand beside the contributions, many take the whole width. */
const yearsAndContributions = (report: AccountReport, write: Writer): readonly Block[] =>
  report.performance.calendarYears.length <= 5
    ? [sideBySide([72, 98], [yearPicture(report, write, 72, 200), contributionTable(report, write, 98)])]
    : [yearPicture(report, write, 178, 96), contributionTable(report, write, 178)]

/** Heading, gap, underwater and its distance beside the curve, in mm. */
const AROUND_CURVE = 26.3

/** The curve takes what is left of its page, up to `most` pixels. */
const curve = (report: AccountReport, write: Writer, most: number): Block => ({
  body: EMPTY,
  height: AROUND_CURVE + 124 * PX,
  flex: {
    min: AROUND_CURVE + 84 * PX,
    max: AROUND_CURVE + most * PX,
    make: mm => curvePicture(report, write, Math.floor((mm - AROUND_CURVE) / PX)),
  },
})

/** The years take what is left of theirs. */
const years = (report: AccountReport, write: Writer): Block => {
  const low = yearPicture(report, write, 178, 96)
  const around = low.height - 96 * PX
  const flex = {
    min: low.height,
    max: around + 240 * PX,
    make: (mm: number) => yearPicture(report, write, 178, Math.floor((mm - around) / PX)),
  }
  return report.performance.calendarYears.length === 0 ? low : { ...low, flex }
}

const head = (report: AccountReport, write: Writer): Block => {
  const three = report.performance.periods.find(p => p.kind === 'threeYears')
  const one = report.performance.periods.find(p => p.kind === 'oneYear')
  const shown = three?.timeWeighted.value === null || three === undefined ? one : three
  const name =
    shown === three ? write.say('accountPerformance.overThreeYears') : write.say('accountPerformance.overOneYear')
  const lead =
    shown === undefined || shown.timeWeighted.value === null || shown.target.value === null
      ? write.say('accountPerformance.theHistoryIsShortReturn')
      : write.say('accountPerformance.theAccountReturnedTheTarget', {
          name,
          timeWeighted: formatReturn(shown.timeWeighted.value),
          target: formatReturn(shown.target.value),
        })
  return titleBlock(write.say('accountPerformance.assetsAndReturns'), write.state(lead))
}

/**
 * B2: assets over time, returns, profit by product; on one page, or `spread` over two, where the months of the internal
 * edition leave no room for all of it.
 */
export const performanceChapters = (report: AccountReport, write: Writer, spread: boolean): readonly Chapter[] => {
  const months = write.internal ? monthTable(report.performance.months, write) : null
  const more = months === null ? [] : [months]
  const notes = [
    write.say('accountPerformance.timeWeightedReturnsLeaveOut'),
    ...missingNote(
      write,
      report.performance.periods.flatMap(p => [p.timeWeighted, p.target, p.xirr]),
    ),
  ]
  const first = [head(report, write), curve(report, write, spread ? 300 : 170), periodTable(report, write)]
  if (!spread) return [{ blocks: [...first, ...yearsAndContributions(report, write), ...more], notes }]
  return [
    { blocks: first, notes },
    { blocks: [years(report, write), contributionTable(report, write, 178), ...more], notes: [] },
  ]
}
