import { columnDigits, formatMoneyPlain, formatMoneyPlainSigned, moneyUnit } from '../../../model/format/money.ts'
import { formatNumber } from '../../../model/format/number.ts'
import { formatCount, formatReturn, formatScore, formatShare, formatSharePlain } from '../../../model/format/share.ts'
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
  const title = write.say('结论与依据', 'Verdicts and why')
  const { holdings } = report
  if (holdings.length === 0) return missingBlock(title, '', write.say('没有持仓。', 'There are no holdings.'))
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
        el`${cutText(h.name, 8, english ? 31 : 34)}`,
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
      small: write.say(
        `${unit}，%；超出 10% 或被提示的产品另有一页`,
        `${unit}, %; products above 10 % or flagged have a page of their own`,
      ),
      continued: write.say('续', 'continued'),
    },
    [
      { head: write.say('产品', 'Product'), width: english ? 34 : 37 },
      { head: write.say('等级', 'Grade'), width: 9.5 },
      { head: write.say('市值', 'Value'), right: true, width: 17 },
      { head: write.say('占资产', 'Share'), right: true, width: 12 },
      { head: write.say('占风险', 'Risk'), right: true, width: 12 },
      { head: write.say('浮动盈亏', 'Open profit'), right: true, width: 17 },
      ...(internal ? [{ head: write.say('近一年', '1 year'), right: true, width: 14 }] : []),
      { head: write.say('诊断分', 'Score'), right: true, width: 12 },
      { head: write.say('结论', 'Verdict'), width: english ? 20 : 13 },
      { head: write.say('依据', 'Because') },
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
  const days = (f: Figure) =>
    f.value === null ? '—' : write.say(`${formatCount(f.value)} 天`, `${formatCount(f.value)} days`)
  const money = (f: Figure) => write.money(f.value)
  const left: [string, string][] = [
    [
      write.say('行为差距', 'Behaviour gap'),
      `${formatReturn(b.behaviourGap.value)}${write.say('（资金加权减产品收益）', ' (money-weighted less products)')}`,
    ],
    [write.say('产品收益', 'Products'), formatReturn(b.productReturn.value)],
    [write.say('年换手率', 'Turnover'), formatShare(b.turnover.value)],
    [write.say('追涨占比', 'Chasing'), formatShare(b.chasing.value)],
    [write.say('交易费用', 'Trading costs'), money(b.tradingCosts)],
    [
      write.say('产品费用', 'Product costs'),
      write.say(
        `${money(b.productCosts)}，占资产 ${formatShare(b.costRate.value, 2)}`,
        `${money(b.productCosts)}, ${formatShare(b.costRate.value, 2)} of the assets`,
      ),
    ],
  ]
  const right: [string, string][] = [
    [write.say('了结批次', 'Closed lots'), formatCount(b.closedLots.value)],
    [write.say('胜率', 'Win rate'), formatShare(b.winRate.value)],
    [write.say('盈亏比', 'Pay-off'), formatNumber(b.payOff.value)],
    [write.say('盈利持有', 'Winners held'), days(b.holdingDaysWinners)],
    [write.say('亏损持有', 'Losers held'), days(b.holdingDaysLosers)],
    [write.say('处置效应', 'Disposition'), formatReturn(b.disposition.value, 1)],
    ...(b.maintenanceRatio === null
      ? []
      : [[write.say('维持担保', 'Maintenance'), formatShare(b.maintenanceRatio.value)] as [string, string]]),
  ]
  const side = width < FULL ? column([...left, ...right]) : sideBySide([85, 85], [column(left), column(right)])
  const sentences = b.sentences.map(s => write.state(write.text(s)))
  const text = sentences.join(write.say('', ' '))
  const small =
    b.window === null
      ? ''
      : write.say(
          `${b.window.from} 至 ${b.window.to}，先进先出`,
          `${b.window.from} to ${b.window.to}, first in first out`,
        )
  return {
    body: el`<section>${heading(write.say('交易行为', 'Behaviour'), small)}${text === '' ? null : el`<p class="para">${text}</p>`}${side.body}</section>`,
    height: HEADING_HEIGHT + (text === '' ? 0 : 1.4 + linesOf(text, 8.5, width) * 13 * PT) + side.height,
  }
}

/** B7: goes with the chapter before it where there is room. */
export const behaviourChapter = (report: AccountReport, write: Writer): Chapter => ({
  blocks: [behaviourFacts(report, write)],
  notes: [],
  joins: true,
})

/** B8. */
export const holdingsChapter = (report: AccountReport, write: Writer): Chapter => {
  const count = (c: HoldingLine['conclusion']) => report.holdings.filter(h => h.conclusion === c).length
  const lead = write.say(
    `保留 ${count('keep')} 项，观察 ${count('watch')} 项，可替换 ${count('replaceable')} 项。`,
    `Keep ${count('keep')}, watch ${count('watch')}, replaceable ${count('replaceable')}.`,
  )
  return {
    blocks: [titleBlock(write.say('逐项持仓', 'Holdings'), lead), holdingsTable(report, write)],
    joins: true,
    notes: [
      write.say(
        `诊断分：${write.firm}基金诊断方法，同类内排名换算，截至 ${report.asOf}；浮动盈亏按移动平均成本。`,
        `Scores: ${write.firm} fund diagnosis, from ranks within the peer group, as of ${report.asOf}; open profit against moving-average cost.`,
      ),
      ...missingNote(
        write,
        report.holdings.flatMap(h => [h.score, h.riskContribution, h.openProfit]),
      ),
    ],
  }
}
