import { columnDigits, formatMoneyPlain, formatMoneyPlainSigned, moneyUnit } from '../../../model/format/money.ts'
import { formatNumber } from '../../../model/format/number.ts'
import {
  formatCount,
  formatReturn,
  formatReturnPlain,
  formatScore,
  formatShare,
  formatSharePlain,
} from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import type { HoldingLine } from '../../../model/report/account/holding-line.ts'
import type { Figure } from '../../../model/report/figure.ts'
import { el } from '../markup/markup.ts'
import { PT, type Block, type Chapter } from '../blocks/block.ts'
import { cutText, linesOf } from '../blocks/measure.ts'
import { conclusionName } from '../blocks/names.ts'
import { tableBlock, type Row } from '../blocks/table.ts'
import {
  heading,
  HEADING_HEIGHT,
  keyValues,
  keyValuesHeight,
  missingBlock,
  sideBySide,
  titleBlock,
} from '../blocks/text-blocks.ts'
import { missingNote, plainCell, signedCell, type Writer } from '../blocks/writer.ts'

const conclusionCell = (line: HoldingLine, write: Writer) =>
  line.conclusion === null
    ? { cell: '—', tone: 'i3' }
    : {
        cell: conclusionName(write, line.conclusion),
        tone: line.conclusion === 'replaceable' ? 'warn s' : line.conclusion === 'watch' ? 's' : '',
      }

/** A longer list is set closer, so that a book of thirty products stays on one page. */
const ROOMY = 16

/** B8: one line a holding; what it returned stands without a benchmark, so it is the internal edition's. */
const holdingsTable = (report: AccountReport, write: Writer): Block => {
  const title = write.say('accountHoldings.verdictsAndWhy')
  const { holdings } = report
  if (holdings.length === 0) return missingBlock(title, '', write.say('common.thereAreNoHoldings'))
  const unit = moneyUnit(write.locale)
  const { internal } = write
  const english = write.locale === 'en'
  const digits = columnDigits(
    holdings.flatMap(h => [h.value.value, h.openProfit.value]),
    write.locale,
  )
  const used = (english ? 34 : 37) + 9.5 + 17 + 12 + 12 + 17 + (internal ? 14 : 0) + 12 + (english ? 20 : 13)
  const room = 178 - used - 1.6
  const rows = holdings.map((h): Row => {
    // no full stop in a cell
    const because = h.because === null ? '' : write.state(write.text(h.because.sentence).replace(/[。.]$/, ''))
    return {
      cells: [
        el`${cutText(write.word(h.name), 8, english ? 31 : 34)}`,
        { cell: h.riskGrade ?? '—', tone: h.riskGrade === null ? 'i3' : '' },
        plainCell(formatMoneyPlain(h.value.value, write.locale, digits)),
        plainCell(formatSharePlain(h.share.value), true),
        plainCell(formatSharePlain(h.riskContribution.value)),
        signedCell(formatMoneyPlainSigned(h.openProfit.value, write.locale, digits), h.openProfit.value, false, 1e-6),
        ...(internal ? [signedCell(formatReturn(h.oneYear.value, 1), h.oneYear.value, false, 100, 1)] : []),
        plainCell(formatScore(h.score.value)),
        conclusionCell(h, write),
        { cell: because, tone: 'i2 w' },
      ],
      lines: Math.max(1, linesOf(because, 8, room)),
    }
  })
  return tableBlock(
    {
      title,
      small: write.say('accountHoldings.productsAbove10OrFlagged', { unit }),
      continued: write.say('common.continued'),
    },
    [
      { head: write.say('common.product'), width: english ? 34 : 37 },
      { head: write.say('common.grade'), width: 9.5 },
      { head: write.say('accountHoldings.value'), right: true, width: 17 },
      { head: write.say('common.share'), right: true, width: 12 },
      { head: write.say('common.risk'), right: true, width: 12 },
      { head: write.say('common.openProfit'), right: true, width: 17 },
      ...(internal ? [{ head: write.say('common.oneYear'), right: true, width: 14 }] : []),
      { head: write.say('common.score'), right: true, width: 12 },
      { head: write.say('common.verdict'), width: english ? 20 : 13 },
      { head: write.say('common.because') },
    ],
    rows,
    { padding: holdings.length > ROOMY ? 0.72 : 1 },
  )
}

const FULL = 178

const column = (rows: [string, string][]): Block => ({
  body: keyValues(rows, true),
  height: keyValuesHeight(rows, 85, true),
})

/** `width` of a whole page sets its figures in two columns, half of one in one. */
export const behaviourFacts = (report: AccountReport, write: Writer, width = FULL): Block => {
  const { behaviour: b } = report
  const days = (f: Figure) => (f.value === null ? '—' : write.say('accountHoldings.days', { f: formatCount(f.value) }))
  const money = (f: Figure) => write.money(f.value)
  // a difference of returns or of shares is no return
  const points = (key: string, { value }: Figure, digits = 2) =>
    value === null ? '—' : write.say(key, { points: formatReturnPlain(value, digits) })
  const left: [string, string][] = [
    [write.say('accountHoldings.behaviourGap'), points('accountHoldings.moneyWeightedLessProducts', b.behaviourGap)],
    [write.say('accountHoldings.products'), formatReturn(b.productReturn.value)],
    [write.say('accountHoldings.turnover'), formatShare(b.turnover.value)],
    [write.say('accountHoldings.chasing'), formatShare(b.chasing.value)],
    [write.say('accountHoldings.tradingCosts'), money(b.tradingCosts)],
    [
      write.say('accountHoldings.productCosts'),
      write.say('accountHoldings.ofTheAssets', {
        productCosts: money(b.productCosts),
        costRate: formatShare(b.costRate.value, 2),
      }),
    ],
  ]
  const right: [string, string][] = [
    [write.say('accountHoldings.closedLots'), formatCount(b.closedLots.value)],
    [write.say('accountHoldings.winRate'), formatShare(b.winRate.value)],
    [write.say('accountHoldings.payOff'), formatNumber(b.payOff.value)],
    [write.say('accountHoldings.winnersHeld'), days(b.holdingDaysWinners)],
    [write.say('accountHoldings.losersHeld'), days(b.holdingDaysLosers)],
    [write.say('accountHoldings.disposition'), points('accountHoldings.points', b.disposition, 1)],
    ...(b.maintenanceRatio === null
      ? []
      : [[write.say('accountHoldings.maintenance'), formatShare(b.maintenanceRatio.value)] as [string, string]]),
  ]
  const side = width < FULL ? column([...left, ...right]) : sideBySide([85, 85], [column(left), column(right)])
  const sentences = b.sentences.map(s => write.state(write.text(s)))
  const text = sentences.join(write.say('accountHoldings.space'))
  const small =
    b.window === null ? '' : write.say('accountHoldings.toFirstInFirstOut', { from: b.window.from, to: b.window.to })
  return {
    body: el`<section>${heading(write.say('accountHoldings.behaviour'), small)}${text === '' ? null : el`<p class="para">${text}</p>`}${side.body}</section>`,
    height: HEADING_HEIGHT + (text === '' ? 0 : 1.4 + linesOf(text, 8.5, width) * 13 * PT) + side.height,
  }
}

/** B7: goes with the chapter before it where there is room. */
export const behaviourChapter = (report: AccountReport, write: Writer): Chapter => ({
  blocks: [behaviourFacts(report, write)],
  notes: [],
  joins: 'whole',
})

/** B8. */
export const holdingsChapter = (report: AccountReport, write: Writer): Chapter => {
  const count = (c: HoldingLine['conclusion']) => report.holdings.filter(h => h.conclusion === c).length
  const lead = write.say('accountHoldings.keepWatchReplaceable', {
    keep: count('keep'),
    watch: count('watch'),
    replaceable: count('replaceable'),
  })
  return {
    blocks: [titleBlock(write.say('accountHoldings.holdings'), lead), holdingsTable(report, write)],
    joins: 'whole',
    notes: [
      write.say('accountHoldings.scoresFundDiagnosisFromRanks', { firm: write.firm, asOf: report.asOf }),
      ...missingNote(
        write,
        report.holdings.flatMap(h => [h.score, h.riskContribution, h.openProfit]),
      ),
    ],
  }
}
