import { columnDigits, formatMoneyPlainSigned, moneyUnit } from '../../../model/format/money.ts'
import { formatNumber } from '../../../model/format/number.ts'
import { formatReturn, formatReturnPlain, formatSharePlain } from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import type { AccountPeriod, ContributionRow } from '../../../model/report/account/performance.ts'
import { el, EMPTY } from '../markup/markup.ts'
import { curves, underwater } from '../charts/curves.ts'
import { dayOf } from '../charts/geometry.ts'
import { valueBar } from '../charts/loss-bars.ts'
import { yearBars } from '../charts/year-bars.ts'
import { PX, type Block, type Chapter } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { monthTable } from '../blocks/month-table.ts'
import { tableBlock, type Cell, type Row } from '../blocks/table.ts'
import { missingBlock, pictureBlock, sideBySide, titleBlock } from '../blocks/text-blocks.ts'
import { missingNote, plainCell, signedCell, windowText, type Writer } from '../blocks/writer.ts'

const WIDTH = 672
const HALF_YEAR = 183

const PERIODS: Readonly<Record<AccountPeriod['kind'], readonly [string, string]>> = {
  yearToDate: ['今年以来', 'YTD'],
  oneYear: ['近 1 年', '1 year'],
  threeYears: ['近 3 年', '3 years'],
  fiveYears: ['近 5 年', '5 years'],
  sinceStart: ['开户以来', 'Since start'],
}

/** A client sees a period only beside its benchmark and over more than six months. */
const visible = (p: AccountPeriod, write: Writer): boolean =>
  write.internal ||
  (p.window !== null && dayOf(p.window.to) - dayOf(p.window.from) >= HALF_YEAR && p.target.value !== null)

const percent = (value: number | null): Cell => plainCell(formatSharePlain(value === null ? null : Math.abs(value), 2))

const periodTable = (report: AccountReport, write: Writer): Block => {
  const { periods } = report.performance
  const unit = moneyUnit(write.locale)
  const digits = columnDigits(
    periods.flatMap(p => [p.gain.value, p.netFlow.value]),
    write.locale,
  )
  const row = (name: string, cell: (p: AccountPeriod) => Cell, strong = false): Row => ({
    cells: [
      strong ? { cell: name, tone: 's' } : name,
      ...periods.map(p => (visible(p, write) ? cell(p) : { cell: '—', tone: 'i3' })),
    ],
  })
  const rows = [
    row(
      write.say('账户，时间加权', 'Account, time-weighted'),
      p => signedCell(formatReturnPlain(p.timeWeighted.value), p.timeWeighted.value, true),
      true,
    ),
    row(write.say('目标配置', 'Target allocation'), p => plainCell(formatReturnPlain(p.target.value))),
    row(write.say('账户，年化', 'Account, a year'), p => plainCell(formatReturnPlain(p.timeWeightedAnnual.value))),
    row(write.say('资金加权，年化', 'Money-weighted, a year'), p => plainCell(formatReturnPlain(p.xirr.value))),
    ...(write.internal
      ? [row(write.say('修正迪茨', 'Modified Dietz'), p => plainCell(formatReturnPlain(p.modifiedDietz.value)))]
      : []),
    row(write.say(`盈亏 ${unit}`, `Gain, ${unit}`), p =>
      signedCell(formatMoneyPlainSigned(p.gain.value, write.locale, digits), p.gain.value, false, 1e-6),
    ),
    row(write.say(`净转入 ${unit}`, `Net flow, ${unit}`), p =>
      plainCell(formatMoneyPlainSigned(p.netFlow.value, write.locale, digits)),
    ),
    row(write.say('波动率', 'Volatility'), p => percent(p.volatility.value)),
    row(write.say('目标配置波动率', 'Target volatility'), p => percent(p.targetVolatility.value)),
    row(write.say('最大回撤', 'Max drawdown'), p => percent(p.maxDrawdown.value)),
    row(write.say('目标配置最大回撤', 'Target max drawdown'), p => percent(p.targetMaxDrawdown.value)),
    row(write.say('夏普比率', 'Sharpe ratio'), p => plainCell(formatNumber(p.sharpe.value))),
  ]
  return tableBlock(
    {
      title: write.say('区间收益与风险', 'Returns and risk'),
      small: write.say('%，收益与风险同一区间', '%, return and risk of the same window'),
      continued: '',
    },
    [{ head: '', width: 42 }, ...periods.map(p => ({ head: write.say(...PERIODS[p.kind]), right: true }))],
    rows,
    { padding: 0.9 },
  )
}

const grown = (values: readonly (number | null)[]): string =>
  formatReturn((values.findLast(v => v !== null) ?? 1) - 1, 1)

const curvePicture = (report: AccountReport, write: Writer, height: number): Block => {
  const { returns } = report.performance
  const title = write.say('时间加权收益', 'Time-weighted return')
  if (returns.length < 2)
    return missingBlock(title, '', write.say('交易历史太短，画不出曲线。', 'The history is too short for a curve.'))
  const dates = returns.map(r => r.date)
  const account = returns.map(r => r.account)
  const target = returns.map(r => r.target)
  const has = target.some(v => v !== null)
  const picture = curves(
    {
      dates,
      curves: [
        { values: account, role: 'subject', label: `${write.say('账户', 'Account')} ${grown(account)}` },
        ...(has
          ? [{ values: target, role: 'other' as const, label: `${write.say('目标配置', 'Target')} ${grown(target)}` }]
          : []),
      ],
      base: 1,
    },
    { width: WIDTH, height, title, tick: (v, digits) => formatNumber(v, Math.max(1, digits)) },
  )
  const depth = returns.map(r => r.drawdown)
  const floor = depth.reduce((best, v, i) => (v < (depth[best] ?? 0) ? i : best), 0)
  const under = underwater(
    {
      dates,
      subject: depth,
      other: null,
      deepest: `${formatReturn(depth[floor] ?? 0)}${write.say('，', ', ')}${dates[floor] ?? ''}`,
      labels: [`${write.say('现', 'now')} ${formatReturn(depth.at(-1) ?? 0, 1)}`, null],
    },
    {
      width: WIDTH,
      height: 64,
      title: write.say('回撤', 'Drawdown'),
      tick: (v, digits) => (v === 0 ? '0' : formatReturn(v, Math.max(0, digits - 2))),
    },
  )
  const small = write.say(
    `${dates[0] ?? ''} = 1.0，剔除资金进出；下图为距前高的回撤`,
    `${dates[0] ?? ''} = 1.0, without flows; below: distance to the last high`,
  )
  return pictureBlock(title, small, el`${picture}<div style="height:1.5mm"></div>${under}`, height + 64 + 6, 0.6)
}

const yearPicture = (report: AccountReport, write: Writer, width: number, height: number): Block => {
  const title = write.say('年度收益', 'Calendar years')
  const years = report.performance.calendarYears.filter(
    y => y.account.value !== null && (write.internal || y.target.value !== null),
  )
  if (years.length === 0)
    return missingBlock(
      title,
      '',
      write.say('没有可与目标配置并列的年度。', 'No year that could stand beside the target.'),
    )
  const { window } = report.performance
  const short = (year: number) =>
    window !== null &&
    ((window.from.startsWith(String(year)) && window.from.slice(5) > '01-10') ||
      (window.to.startsWith(String(year)) && window.to.slice(5) < '12-25'))
  const pairs = years.map(y => ({
    name: short(y.year) ? `${y.year}*` : String(y.year),
    subject: y.account.value,
    other: y.target.value,
  }))
  return pictureBlock(
    title,
    write.say('%，深色账户，浅色目标；* 不足年', '%, dark: account; * part of a year'),
    yearBars(pairs, Math.floor(width / PX), title, height),
    height,
    1,
  )
}

const MOST_ROWS = 10

/** Largest gains and losses by name, what lies between as one row, so that the column still adds up. */
const shortened = (rows: readonly ContributionRow[], write: Writer) => {
  if (rows.length <= MOST_ROWS) return { top: rows, others: null, bottom: [] }
  const top = rows.slice(0, 6)
  const bottom = rows.slice(-3)
  const middle = rows.slice(6, -3)
  const sum = (of: (c: ContributionRow) => number | null) => middle.reduce((total, c) => total + (of(c) ?? 0), 0)
  const name = write.say(`其余 ${middle.length} 项`, `${middle.length} others`)
  return {
    top,
    others: { name, profit: sum(c => c.profit.value), contribution: sum(c => c.contribution.value) },
    bottom,
  }
}

const contributionTable = (report: AccountReport, write: Writer, width: number): Block => {
  const { contributions, contributionTotal, contributionWindow } = report.performance
  const title = write.say('盈亏来自哪里', 'Where the profit came from')
  if (contributions.length === 0)
    return missingBlock(title, '', write.say('没有可归因的交易。', 'There are no trades to attribute.'), width)
  const { top, others, bottom } = shortened(contributions, write)
  const largest = Math.max(Math.abs(others?.profit ?? 0), ...contributions.map(c => Math.abs(c.profit.value ?? 0)))
  const unit = moneyUnit(write.locale)
  const nameWidth = width * 0.36
  const barWidth = Math.floor((width * 0.3 - 3) / 0.2646)
  const digits = columnDigits([contributionTotal.profit.value, ...contributions.map(c => c.profit.value)], write.locale)
  const line = (name: string, profit: number | null, contribution: number | null, tone = ''): Row => ({
    cells: [
      { cell: cutText(name, 8, nameWidth - 3), tone },
      valueBar(profit, largest, barWidth, 'middle'),
      signedCell(formatMoneyPlainSigned(profit, write.locale, digits), profit, false, 1e-6),
      plainCell(formatReturnPlain(contribution)),
    ],
  })
  const row = (c: ContributionRow): Row =>
    line(c.held ? c.name : `${c.name}${write.say('（已卖）', ' (sold)')}`, c.profit.value, c.contribution.value)
  const rows = [
    ...top.map(row),
    ...(others === null ? [] : [line(others.name, others.profit, others.contribution, 'i2')]),
    ...bottom.map(row),
    {
      cells: [
        write.say('合计', 'Total'),
        '',
        formatMoneyPlainSigned(contributionTotal.profit.value, write.locale, digits),
        formatReturnPlain(contributionTotal.contribution.value),
      ],
      sum: true,
    },
  ]
  const small = contributionWindow === null ? '' : windowText(contributionWindow, write)
  return tableBlock(
    { title, small, continued: write.say('续', 'continued') },
    [
      { head: write.say('产品', 'Product'), width: nameWidth },
      { head: write.say('亏损与盈利', 'Loss and gain'), width: width * 0.3 },
      { head: write.say(`盈亏 ${unit}`, `Gain, ${unit}`), right: true },
      { head: write.say('贡献 点', 'Points'), right: true },
    ],
    rows,
    { padding: 0.75 },
  )
}

/** Few years stand beside the contributions, many take the whole width. */
const yearsAndContributions = (report: AccountReport, write: Writer): readonly Block[] =>
  report.performance.calendarYears.length <= 5
    ? [sideBySide([72, 98], [yearPicture(report, write, 72, 200), contributionTable(report, write, 98)])]
    : [yearPicture(report, write, 178, 96), contributionTable(report, write, 178)]

/** Heading, gap, underwater and its distance take 26.3 mm beside the curve. */
const flexed =
  (report: AccountReport, write: Writer) =>
  (mm: number): Block =>
    curvePicture(report, write, Math.floor((mm - 26.3) / PX))

/** B2: assets over time, returns, profit by product. */
export const performanceChapter = (report: AccountReport, write: Writer): Chapter => {
  const three = report.performance.periods.find(p => p.kind === 'threeYears')
  const one = report.performance.periods.find(p => p.kind === 'oneYear')
  const shown = three?.timeWeighted.value === null || three === undefined ? one : three
  const name = shown === three ? write.say('近三年', 'Over three years') : write.say('近一年', 'Over one year')
  const lead =
    shown === undefined || shown.timeWeighted.value === null || shown.target.value === null
      ? write.say(
          '历史还短，收益与风险从首笔交易起计。',
          'The history is short: return and risk count from the first trade.',
        )
      : write.say(
          `${name}账户收益 ${formatReturn(shown.timeWeighted.value)}，同期目标配置 ${formatReturn(shown.target.value)}。`,
          `${name} the account returned ${formatReturn(shown.timeWeighted.value)}, the target allocation ${formatReturn(shown.target.value)}.`,
        )
  const months = write.internal ? monthTable(report.performance.months, write) : null
  return {
    blocks: [
      titleBlock(write.say('资产与收益', 'Assets and returns'), write.state(lead)),
      {
        body: EMPTY,
        height: 26.3 + 124 * PX,
        flex: { min: 26.3 + 84 * PX, max: 26.3 + 170 * PX, make: flexed(report, write) },
      },
      periodTable(report, write),
      ...yearsAndContributions(report, write),
      ...(months === null ? [] : [months]),
    ],
    notes: [
      write.say(
        '时间加权剔除资金进出，资金加权（XIRR）包含资金进出；不足一年不年化。',
        'Time-weighted returns leave out flows, money-weighted ones (XIRR) keep them; nothing under one year is annualised.',
      ),
      ...missingNote(
        write,
        report.performance.periods.flatMap(p => [p.timeWeighted, p.target, p.xirr]),
      ),
    ],
  }
}
