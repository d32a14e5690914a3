import { formatRange } from '../../../model/format/date.ts'
import { formatMoneyPlainSigned, moneyUnit } from '../../../model/format/money.ts'
import { formatNumber } from '../../../model/format/number.ts'
import { formatPoints, formatRatio, formatReturn, formatShare, formatSharePlain } from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import type { AllocationRow } from '../../../model/report/account/allocation.ts'
import type { StressRow } from '../../../model/report/account/risk.ts'
import { el } from '../markup/markup.ts'
import { allocationCell, allocationRuler } from '../charts/allocation-cell.ts'
import { correlationKey, correlationTriangle } from '../charts/correlation-triangle.ts'
import { lossBars } from '../charts/loss-bars.ts'
import type { Block, Chapter } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { capacityName, className } from '../blocks/names.ts'
import { tableBlock, tableHeight, tableMarkup, type Row } from '../blocks/table.ts'
import {
  heading,
  HEADING_HEIGHT,
  keyValues,
  keyValuesHeight,
  missingBlock,
  pictureBlock,
  sideBySide,
  titleBlock,
} from '../blocks/text-blocks.ts'
import { missingNote, plainCell, signedCell, type Writer } from '../blocks/writer.ts'

const stateText = (row: AllocationRow, write: Writer): string =>
  ({
    inside: write.say('在容忍区内', 'within band'),
    below: write.say('低于目标', 'below'),
    above: write.say('高于目标', 'above'),
    noTarget: write.say('没有目标', 'no target'),
  })[row.state]

const allocationTable = (report: AccountReport, write: Writer): Block => {
  const { allocation } = report
  const title = write.say('配置与目标', 'Allocation and target')
  if (allocation.rows.length === 0) return missingBlock(title, '', write.say('没有资产。', 'No assets.'))
  const most = Math.max(0.6, ...allocation.rows.flatMap(r => [r.share.value ?? 0, r.toleranceTo]))
  const top = most > 0.6 ? (most > 0.8 ? 1 : 0.8) : 0.6
  const rows = allocation.rows.map((r): Row => {
    const outside = r.state === 'above' || r.state === 'below'
    return {
      cells: [
        className(write, r.assetClass),
        allocationCell(
          { share: r.share.value, target: r.target.value, from: r.toleranceFrom, to: r.toleranceTo, outside },
          top,
          246,
        ),
        plainCell(formatSharePlain(r.share.value), true),
        plainCell(formatSharePlain(r.target.value, 0)),
        { cell: formatPoints(r.drift.value), tone: outside ? 's' : '' },
        plainCell(formatMoneyPlainSigned(r.move.value, write.locale, 1)),
        outside ? { cell: stateText(r, write), tone: 's' } : { cell: stateText(r, write), tone: 'i3' },
      ],
    }
  })
  const small = write.say(
    `基金按披露持仓穿透，披露覆盖 ${formatShare(allocation.coverage.value)}；灰带为容忍区，竖线为 ${capacityName(write, allocation.targetOf)} 目标`,
    `looked through to disclosed holdings (${formatShare(allocation.coverage.value)}); grey: tolerance, mark: target of ${allocation.targetOf ?? '—'}`,
  )
  return tableBlock(
    { title, small, continued: '' },
    [
      { head: write.say('大类', 'Class'), width: write.locale === 'en' ? 32 : 25 },
      { head: allocationRuler(top, 246), width: 67 },
      { head: write.say('现在 %', 'Now %'), right: true, width: 15 },
      { head: write.say('目标 %', 'Target %'), right: true, width: 15 },
      { head: write.say('偏离 点', 'Drift'), right: true, width: 16 },
      {
        head: write.say(`应调 ${moneyUnit(write.locale)}`, `Move, ${moneyUnit(write.locale)}`),
        right: true,
        width: 20,
      },
      { head: write.say('判断', 'State') },
    ],
    rows,
    { padding: 1.7, picture: 15 },
  )
}

const MOST = 10

const correlationBlock = (report: AccountReport, write: Writer): Block => {
  const { correlation } = report.concentration
  const { codes, names, values, card } = correlation
  const title = write.say('相关系数', 'Correlation')
  if (codes.length < 2)
    return missingBlock(
      title,
      '',
      write.say('少于两只产品有足够的共同历史。', 'Fewer than two products share enough history.'),
      119,
    )
  const shown = names.slice(0, MOST).map(n => cutText(n, 7.5, 29, 2))
  const rest = names.length > MOST ? write.say(`；市值最大的 ${MOST} 只`, `; the ${MOST} largest`) : ''
  const small =
    card.n === null ? '' : write.say(`近三年日收益，n = ${card.n}${rest}`, `daily returns, n = ${card.n}${rest}`)
  const picture = correlationTriangle(
    shown,
    values.slice(0, MOST).map(r => r.slice(0, MOST)),
    450,
    title,
  )
  return pictureBlock(
    title,
    small,
    el`${picture}<div style="height:2.4mm"></div>${correlationKey(write.say('低于', 'below'), write.say('以上', ' and more'))}`,
    shown.length * 20.2 + 1 + 9 + 15,
    1.4,
  )
}

const sourcesBlock = (report: AccountReport, write: Writer): Block => {
  const { concentration } = report
  const title = write.say('风险来自哪里', 'Where the risk is')
  const all = concentration.riskContributions
    .filter(r => r.contribution.value !== null)
    .toSorted((a, b) => (b.contribution.value ?? 0) - (a.contribution.value ?? 0))
  if (all.length === 0) return missingBlock(title, '', write.say('没有足够的净值历史。', 'Not enough NAV history.'), 51)
  const top = all.length > 6 ? all.slice(0, 5) : all
  const rest = all.slice(top.length)
  const sum = (of: (r: (typeof all)[number]) => number | null) => rest.reduce((s, r) => s + (of(r) ?? 0), 0)
  const rows: Row[] = [
    ...top.map(r => ({
      cells: [
        cutText(r.name, 8, 24),
        plainCell(formatShare(r.share.value)),
        plainCell(formatShare(r.contribution.value), true),
      ],
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            cells: [
              write.say(`其余 ${rest.length} 项`, `${rest.length} others`),
              formatShare(sum(r => r.share.value)),
              formatShare(sum(r => r.contribution.value)),
            ].map(cell => ({ cell, tone: 'i2' })),
          },
        ]),
  ]
  const columns = [
    { head: write.say('产品', 'Product'), width: 26 },
    { head: write.say('占资产', 'Assets'), right: true },
    { head: write.say('占风险', 'Risk'), right: true },
  ]
  const pair = concentration.highestCorrelation
  // a pair outside of the picture goes by its names
  const place = (code: string): string => {
    const at = concentration.correlation.codes.indexOf(code)
    return at < MOST ? String(at + 1) : cutText(concentration.correlation.names[at] ?? code, 8, 26)
  }
  const facts: [string, string][] = [
    [write.say('分散比', 'Diversification'), formatRatio(concentration.diversificationRatio.value)],
    [
      write.say('有效持仓数', 'Effective'),
      write.say(
        `${formatNumber(concentration.effectiveHoldings.value, 1)}，共 ${report.holdings.length} 项`,
        `${formatNumber(concentration.effectiveHoldings.value, 1)} of ${report.holdings.length}`,
      ),
    ],
    [
      write.say('最高相关', 'Highest'),
      pair === null
        ? '—'
        : `${formatRatio(pair.figure.value)}${write.say('，', ', ')}${place(pair.a)} ${write.say('与', 'and')} ${place(pair.b)}`,
    ],
    ['HHI', formatRatio(concentration.hhi.value, 3)],
  ]
  return {
    body: el`<section>${heading(title, '')}${tableMarkup(columns, rows)}${keyValues(facts, write.locale === 'en')}</section>`,
    height: HEADING_HEIGHT + tableHeight(rows) + keyValuesHeight(facts, 51, write.locale === 'en'),
  }
}

export const stressTable = (
  report: AccountReport,
  rows: readonly StressRow[],
  kind: 'stress' | 'shocks',
  write: Writer,
): Block => {
  const title = kind === 'stress' ? write.say('压力重演', 'Stress replay') : write.say('因子冲击', 'Factor shocks')
  if (rows.length === 0) return missingBlock(title, '', write.say('没有情景数据。', 'No scenario data.'))
  const largest = Math.max(...rows.flatMap(r => [Math.abs(r.now.value ?? 0), Math.abs(r.after.value ?? 0)]))
  const unit = moneyUnit(write.locale)
  const lines = rows.map((r): Row => ({
    cells: [
      r.window === null ? { cell: '—', tone: 'i3' } : formatRange(r.window.from, r.window.to, write.locale, 'month'),
      { cell: cutText(write.text(r.name), 8, kind === 'stress' ? 29 : 55, 0), tone: 'i2' },
      lossBars(r.now.value, r.after.value, largest, kind === 'stress' ? 174 : 124),
      signedCell(formatMoneyPlainSigned(r.now.value, write.locale, 1), r.now.value, true, 1e-6, 1),
      plainCell(formatReturn(r.nowShare.value, 1)),
      signedCell(formatMoneyPlainSigned(r.after.value, write.locale, 1), r.after.value, false, 1e-6, 1),
      plainCell(formatReturn(r.afterShare.value, 1)),
    ],
  }))
  const columns = [
    { head: write.say('历史区间', 'Window'), width: 34 },
    { head: write.say('情景', 'Scenario'), width: 32 },
    { head: write.say(`亏损，${unit}`, `Loss, ${unit}`), width: 49 },
    { head: write.say(`现在 ${unit}`, `Now, ${unit}`), right: true, width: 19 },
    { head: write.say('占资产', 'Share'), right: true, width: 14 },
    { head: write.say(`行动后 ${unit}`, `After, ${unit}`), right: true, width: 18 },
    { head: write.say('占资产', 'Share'), right: true },
  ]
  const narrow = [
    { ...columns[1], head: write.say('冲击', 'Shock'), width: 58 },
    { ...columns[2], head: columns[2]?.head ?? '', width: 36 },
    ...columns.slice(3).map(({ head, right }) => ({ head, ...(right === undefined ? {} : { right }) })),
  ]
  const small =
    kind === 'stress'
      ? write.say(
          '今日配置按大类代理指数重演；上条为现在，下条为行动后；空心为盈利',
          'today’s allocation replayed with class indices; above: now, below: after the plan; hollow: gain',
        )
      : write.say(
          '单一因子变动，其余不变；上条为现在，下条为行动后',
          'one factor moves, the rest stays; above: now, below: after the plan',
        )
  return tableBlock(
    { title, small, continued: write.say('续', 'continued') },
    kind === 'stress' ? columns : narrow,
    kind === 'stress' ? lines : lines.map(l => ({ cells: l.cells.slice(1) })),
    { padding: kind === 'stress' ? 1.35 : 1.15, picture: 14 },
  )
}

/** B3, B4 and the replayed windows of B5 on one page. */
export const allocationChapter = (report: AccountReport, write: Writer): Chapter => {
  const { allocation } = report
  const out = allocation.rows.filter(r => r.state === 'above' || r.state === 'below')
  const names = out.map(r => className(write, r.assetClass)).join(write.say('、', ', '))
  const pair = report.concentration.highestCorrelation
  const spread =
    pair === null
      ? ''
      : write.say(
          `最高的两两相关系数为 ${formatRatio(pair.figure.value)}。`,
          ` The highest correlation of a pair is ${formatRatio(pair.figure.value)}.`,
        )
  const lead =
    allocation.targetOf === null
      ? write.say('没有有效的风险等级，因此没有目标配置。', 'Without a valid risk capacity there is no target.')
      : out.length === 0
        ? write.say('各大类都在容忍区内。', 'Every class is within its band.')
        : write.say(
            `${names}在容忍区之外，错配占资产 ${formatShare(allocation.misplaced.value)}。`,
            `Outside the band: ${names}; ${formatShare(allocation.misplaced.value)} of the assets are misplaced.`,
          )
  return {
    blocks: [
      titleBlock(write.say('配置、分散与压力', 'Allocation, spread and stress'), write.state(lead + spread)),
      allocationTable(report, write),
      sideBySide([119, 51], [correlationBlock(report, write), sourcesBlock(report, write)]),
      stressTable(report, report.risk.stress, 'stress', write),
    ],
    notes: [
      write.say(
        '应调为回到目标的金额，不含费用和税。重演假定持有不动、大类内分散，不是预测，也不是最大可能亏损。',
        'Moves bring the class back to target, before fees and tax. Replays assume nothing is traded; they are neither a forecast nor the largest possible loss.',
      ),
      ...missingNote(write, [
        ...allocation.rows.flatMap(r => [r.share, r.target]),
        ...report.risk.stress.map(r => r.now),
      ]),
    ],
  }
}
