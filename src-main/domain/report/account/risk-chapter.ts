import { formatNumber } from '../../../model/format/number.ts'
import { formatRatio, formatReturn, formatShare } from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import type { ConcentrationRow } from '../../../model/report/account/concentration.ts'
import type { RiskFigures } from '../../../model/report/account/risk.ts'
import { el } from '../markup/markup.ts'
import { valueBar } from '../charts/loss-bars.ts'
import type { Block, Chapter } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { tableBlock, tableHeight, tableMarkup, type Row } from '../blocks/table.ts'
import { heading, HEADING_HEIGHT, missingBlock, sideBySide, titleBlock } from '../blocks/text-blocks.ts'
import { missingNote, plainCell, type Writer } from '../blocks/writer.ts'
import { stressTable } from './allocation-chapter.ts'

const barTable = (
  title: string,
  small: string,
  rows: readonly ConcentrationRow[],
  most: number,
  write: Writer,
): Block => {
  if (rows.length === 0) return missingBlock(title, '', write.say('common.noPortfolioIsDisclosed'), 85)
  const shown = rows.slice(0, most)
  const largest = Math.max(...shown.map(r => Math.abs(r.share.value ?? 0)))
  const lines = shown.map((r): Row => ({
    cells: [
      cutText(r.name, 8, 29),
      valueBar(r.share.value, largest, 108),
      plainCell(formatShare(r.share.value), true),
      { cell: String(r.through.length), tone: 'i2' },
    ],
  }))
  const columns = [
    { head: write.say('common.name'), width: 31 },
    { head: write.say('accountRisk.shareOfAssets'), width: 33 },
    { head: '%', right: true },
    { head: write.say('accountRisk.held'), right: true },
  ]
  return {
    body: el`<section>${heading(title, small)}${tableMarkup(columns, lines, { padding: 0.85 })}</section>`,
    height: HEADING_HEIGHT + tableHeight(lines, { padding: 0.85 }),
  }
}

const share = (value: number | null): string => formatShare(value === null ? null : Math.abs(value), 2)

const riskTable = (report: AccountReport, write: Writer): Block => {
  const { today, history } = report.risk
  const row = (name: string, of: (r: RiskFigures) => string, meaning: string): Row => ({
    cells: [name, plainCell(of(today), true), plainCell(of(history)), { cell: meaning, tone: 'i2' }],
  })
  const rows = [
    row(
      write.say('common.volatility'),
      r => share(r.volatility.value),
      write.say('accountRisk.aYearSmallerIsSteadier'),
    ),
    row(write.say('common.maxDrawdown'), r => share(r.maxDrawdown.value), write.say('accountRisk.fromTheHighToThe')),
    row('VaR 95%', r => share(r.valueAtRisk95.value), write.say('accountRisk.lostMoreOnAboutOne')),
    row('CVaR 95%', r => share(r.conditionalValueAtRisk95.value), write.say('accountRisk.meanLossOfThoseWorst')),
    row('Beta', r => formatRatio(r.beta.value), write.say('accountRisk.againstTheEquityBenchmark')),
    row(write.say('accountRisk.worstDay'), r => formatReturn(r.worstDay.value), ''),
  ]
  return tableBlock(
    {
      title: write.say('common.riskWord'),
      small: write.say('accountRisk.todaySWeightsAndThe'),
      continued: '',
    },
    [
      { head: '', width: 30 },
      { head: write.say('accountRisk.todaySWeights'), right: true, width: 28 },
      { head: write.say('accountRisk.trueHistory'), right: true, width: 28 },
      { head: write.say('common.reading') },
    ],
    rows,
  )
}

const overlapTable = (report: AccountReport, write: Writer): Block => {
  const { overlap } = report.concentration
  const title = write.say('accountRisk.overlapOfFunds')
  const pairs = overlap.values
    .flatMap((row, i) =>
      row.slice(0, i).map((value, j) => ({ a: overlap.names[i] ?? '', b: overlap.names[j] ?? '', value })),
    )
    .filter(p => p.value !== null && p.value >= 0.05)
    .toSorted((x, y) => (y.value ?? 0) - (x.value ?? 0))
    .slice(0, 5)
  if (pairs.length === 0)
    return missingBlock(
      title,
      '',
      overlap.codes.length < 2
        ? write.say('accountRisk.fewerThanTwoFundsDisclose')
        : write.say('accountRisk.noTwoFundsOverlapBy'),
      85,
    )
  const rows = pairs.map((p): Row => ({
    cells: [cutText(p.a, 8, 31), cutText(p.b, 8, 31), plainCell(formatShare(p.value), true)],
  }))
  return tableBlock(
    {
      title,
      small: write.say('accountRisk.sumOfSmallerWeights'),
      continued: '',
    },
    [
      { head: write.say('common.fund'), width: 34 },
      { head: write.say('common.and'), width: 34 },
      { head: '%', right: true },
    ],
    rows,
    { padding: 0.9 },
  )
}

/** B4 and B5: what the account is exposed to. */
export const riskChapter = (report: AccountReport, write: Writer): Chapter => {
  const { concentration, risk } = report
  const top = concentration.stocks[0]
  const sector = concentration.sectors[0]
  const lead =
    sector === undefined || top === undefined
      ? write.say('accountRisk.noHoldingsAreDisclosedOnly')
      : write.say('accountRisk.lookedThroughTheLargestSector', {
          name: write.word(sector.name),
          share: formatShare(sector.share.value),
          name2: top.name,
          share2: formatShare(top.share.value),
        })
  return {
    blocks: [
      titleBlock(write.say('accountRisk.concentrationAndRisk'), write.state(lead)),
      riskTable(report, write),
      sideBySide(
        [85, 85],
        [
          barTable(
            write.say('common.sectors'),
            write.say('accountRisk.lookedThrough'),
            concentration.sectors.map(s => ({ ...s, name: write.word(s.name) })),
            8,
            write,
          ),
          barTable(
            write.say('accountRisk.stocks'),
            write.say('accountRisk.lookedThroughTopEight'),
            concentration.stocks,
            8,
            write,
          ),
        ],
      ),
      sideBySide(
        [85, 85],
        [
          barTable(
            write.say('common.managers'),
            write.say('accountRisk.topFive'),
            concentration.managers.slice(0, 5),
            5,
            write,
          ),
          overlapTable(report, write),
        ],
      ),
      stressTable(report, risk.shocks, 'shocks', write),
    ],
    joins: 'whole',
    notes: [
      write.say('accountRisk.effectiveHoldingsOneOverThe', {
        effectiveHoldings: formatNumber(concentration.effectiveHoldings.value, 1),
      }),
      ...missingNote(write, [risk.today.volatility, risk.history.volatility, risk.today.beta]),
    ],
  }
}
