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
  if (rows.length === 0) return missingBlock(title, '', write.say('没有披露持仓。', 'No portfolio is disclosed.'), 85)
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
    { head: write.say('名称', 'Name'), width: 31 },
    { head: write.say('占资产', 'Share of assets'), width: 33 },
    { head: '%', right: true },
    { head: write.say('持有项', 'Held'), right: true },
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
      write.say('波动率', 'Volatility'),
      r => share(r.volatility.value),
      write.say('年化，越小越平稳', 'a year; smaller is steadier'),
    ),
    row(
      write.say('最大回撤', 'Max drawdown'),
      r => share(r.maxDrawdown.value),
      write.say('从前高到最低', 'from the high to the low'),
    ),
    row(
      'VaR 95%',
      r => share(r.valueAtRisk95.value),
      write.say('二十天里约有一天亏损超过它', 'lost more on about one day in twenty'),
    ),
    row(
      'CVaR 95%',
      r => share(r.conditionalValueAtRisk95.value),
      write.say('那些最差日子的平均亏损', 'mean loss of those worst days'),
    ),
    row('Beta', r => formatRatio(r.beta.value), write.say('对权益基准的敏感度', 'against the equity benchmark')),
    row(write.say('最差单日', 'Worst day'), r => formatReturn(r.worstDay.value), ''),
  ]
  return tableBlock(
    {
      title: write.say('风险', 'Risk'),
      small: write.say(
        '今日配置与真实历史分开计算，同一区间',
        'today’s weights and the true history, apart, over one window',
      ),
      continued: '',
    },
    [
      { head: '', width: 30 },
      { head: write.say('今日配置', 'Today’s weights'), right: true, width: 28 },
      { head: write.say('真实历史', 'True history'), right: true, width: 28 },
      { head: write.say('读法', 'Reading') },
    ],
    rows,
  )
}

const overlapTable = (report: AccountReport, write: Writer): Block => {
  const { overlap } = report.concentration
  const title = write.say('基金重合', 'Overlap of funds')
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
        ? write.say('少于两只基金披露持仓。', 'Fewer than two funds disclose holdings.')
        : write.say('没有两只基金重合 5% 以上。', 'No two funds overlap by 5 % or more.'),
      85,
    )
  const rows = pairs.map((p): Row => ({
    cells: [cutText(p.a, 8, 31), cutText(p.b, 8, 31), plainCell(formatShare(p.value), true)],
  }))
  return tableBlock(
    {
      title,
      small: write.say('共同持仓的较小权重之和', 'sum of smaller weights'),
      continued: '',
    },
    [
      { head: write.say('基金', 'Fund'), width: 34 },
      { head: write.say('与', 'and'), width: 34 },
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
      ? write.say(
          '没有披露持仓，只能看到产品一层。',
          'No holdings are disclosed: only the products themselves are seen.',
        )
      : write.say(
          `穿透后，占比居首的行业是${sector.name}（${formatShare(sector.share.value)}），个股是${top.name}（${formatShare(top.share.value)}）。`,
          `Looked through, the largest sector ${sector.name} is ${formatShare(sector.share.value)} of the assets, the largest stock ${top.name} ${formatShare(top.share.value)}.`,
        )
  return {
    blocks: [
      titleBlock(write.say('集中度与风险', 'Concentration and risk'), write.state(lead)),
      riskTable(report, write),
      sideBySide(
        [85, 85],
        [
          barTable(
            write.say('行业', 'Sectors'),
            write.say('穿透后', 'looked through'),
            concentration.sectors,
            8,
            write,
          ),
          barTable(
            write.say('个股', 'Stocks'),
            write.say('穿透后前八', 'looked through, top eight'),
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
            write.say('基金经理', 'Managers'),
            write.say('前五', 'top five'),
            concentration.managers.slice(0, 5),
            5,
            write,
          ),
          overlapTable(report, write),
        ],
      ),
      stressTable(report, risk.shocks, 'shocks', write),
    ],
    joins: true,
    notes: [
      write.say(
        `有效持仓数 ${formatNumber(concentration.effectiveHoldings.value, 1)} 为权重平方和的倒数。`,
        `${formatNumber(concentration.effectiveHoldings.value, 1)} effective holdings: one over the sum of squared weights.`,
      ),
      ...missingNote(write, [risk.today.volatility, risk.history.volatility, risk.today.beta]),
    ],
  }
}
