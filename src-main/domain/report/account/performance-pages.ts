import { columnDigits, formatMoneyPlainSigned, moneyUnit } from '../../../model/format/money.ts'
import { formatNumber } from '../../../model/format/number.ts'
import { formatReturn, formatReturnPlain, formatSharePlain } from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import type { AccountPeriod, ContributionRow } from '../../../model/report/account/performance.ts'
import { el } from '../markup/markup.ts'
import { curves, underwater } from '../charts/curves.ts'
import { dayOf } from '../charts/geometry.ts'
import { valueBar } from '../charts/loss-bars.ts'
import { yearBars } from '../charts/year-bars.ts'
import { PX, type Block } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { tableBlock, type Cell, type Row } from '../blocks/table.ts'
import { missingBlock, pictureBlock } from '../blocks/text-blocks.ts'
import { plainCell, signedCell, windowText, type Writer } from '../blocks/writer.ts'

const WIDTH = 672

const PERIODS: Readonly<Record<AccountPeriod['kind'], string>> = {
  yearToDate: 'common.ytd',
  oneYear: 'common.periodOneYear',
  threeYears: 'common.periodThreeYears',
  fiveYears: 'common.periodFiveYears',
  sinceStart: 'accountPerformance.sinceStart',
}

/** A client sees a period only beside its benchmark and over as many days as the pack asks for. */
const visible = (p: AccountPeriod, write: Writer): boolean =>
  write.internal ||
  (p.window !== null &&
    dayOf(p.window.to) - dayOf(p.window.from) >= write.setup.pack.clientEdition.leastPeriodDays &&
    p.target.value !== null)

const percent = (value: number | null): Cell => plainCell(formatSharePlain(value === null ? null : Math.abs(value), 2))

/** Returns and risk over the periods that may be shown. */
export const periodTable = (report: AccountReport, write: Writer): Block => {
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
      write.say('accountPerformance.accountTimeWeighted'),
      p => signedCell(formatReturnPlain(p.timeWeighted.value), p.timeWeighted.value, true),
      true,
    ),
    row(write.say('accountPerformance.targetAllocation'), p => plainCell(formatReturnPlain(p.target.value))),
    row(write.say('accountPerformance.accountAYear'), p => plainCell(formatReturnPlain(p.timeWeightedAnnual.value))),
    row(write.say('accountPerformance.moneyWeightedAYear'), p => plainCell(formatReturnPlain(p.xirr.value))),
    ...(write.internal
      ? [row(write.say('accountPerformance.modifiedDietz'), p => plainCell(formatReturnPlain(p.modifiedDietz.value)))]
      : []),
    row(write.say('accountPerformance.gain', { unit }), p =>
      signedCell(formatMoneyPlainSigned(p.gain.value, write.locale, digits), p.gain.value, false, 1e-6),
    ),
    row(write.say('accountPerformance.netFlow', { unit }), p =>
      plainCell(formatMoneyPlainSigned(p.netFlow.value, write.locale, digits)),
    ),
    row(write.say('common.volatility'), p => percent(p.volatility.value)),
    row(write.say('accountPerformance.targetVolatility'), p => percent(p.targetVolatility.value)),
    row(write.say('common.maxDrawdown'), p => percent(p.maxDrawdown.value)),
    row(write.say('accountPerformance.targetMaxDrawdown'), p => percent(p.targetMaxDrawdown.value)),
    row(write.say('accountPerformance.sharpeRatio'), p => plainCell(formatNumber(p.sharpe.value))),
  ]
  return tableBlock(
    {
      title: write.say('accountPerformance.returnsAndRisk'),
      small: write.say('accountPerformance.returnAndRiskOfThe'),
      continued: '',
    },
    [{ head: '', width: 42 }, ...periods.map(p => ({ head: write.say(PERIODS[p.kind]), right: true }))],
    rows,
    { padding: 0.9 },
  )
}

const grown = (values: readonly (number | null)[]): string =>
  formatReturn((values.findLast(v => v !== null) ?? 1) - 1, 1)

export const curvePicture = (report: AccountReport, write: Writer, height: number): Block => {
  const { returns } = report.performance
  const title = write.say('accountPerformance.timeWeightedReturn')
  if (returns.length < 2) return missingBlock(title, '', write.say('common.theHistoryIsTooShort'))
  const dates = returns.map(r => r.date)
  const account = returns.map(r => r.account)
  const target = returns.map(r => r.target)
  const has = target.some(v => v !== null)
  const picture = curves(
    {
      dates,
      curves: [
        { values: account, role: 'subject', label: `${write.say('accountPerformance.account')} ${grown(account)}` },
        ...(has
          ? [
              {
                values: target,
                role: 'other' as const,
                label: `${write.say('accountPerformance.target')} ${grown(target)}`,
              },
            ]
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
      deepest: `${formatReturn(depth[floor] ?? 0)}${write.say('common.comma')}${dates[floor] ?? ''}`,
      labels: [`${write.say('common.nowOfLine')} ${formatReturn(depth.at(-1) ?? 0, 1)}`, null],
    },
    {
      width: WIDTH,
      height: 64,
      title: write.say('common.drawdown'),
      tick: (v, digits) => (v === 0 ? '0' : formatReturn(v, Math.max(0, digits - 2))),
    },
  )
  const small = write.say('accountPerformance.curveNote', { dates: dates[0] ?? '' })
  return pictureBlock(title, small, el`${picture}<div style="height:1.5mm"></div>${under}`, height + 64 + 6, 0.6)
}

export const yearPicture = (report: AccountReport, write: Writer, width: number, height: number): Block => {
  const title = write.say('common.calendarYears')
  const years = report.performance.calendarYears.filter(
    y => y.account.value !== null && (write.internal || y.target.value !== null),
  )
  if (years.length === 0) return missingBlock(title, '', write.say('accountPerformance.noYearThatCouldStand'))
  const pairs = years.map(y => ({
    name: y.whole ? String(y.year) : `${y.year}*`,
    subject: y.account.value,
    other: y.target.value,
  }))
  return pictureBlock(
    title,
    write.say('accountPerformance.darkAccountPartOfA'),
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
  const name = write.say('accountPerformance.others', { middle: middle.length })
  return {
    top,
    others: { name, profit: sum(c => c.profit.value), contribution: sum(c => c.contribution.value) },
    bottom,
  }
}

export const contributionTable = (report: AccountReport, write: Writer, width: number): Block => {
  const { contributions, contributionTotal, contributionWindow } = report.performance
  const title = write.say('accountPerformance.whereTheProfitCameFrom')
  if (contributions.length === 0)
    return missingBlock(title, '', write.say('accountPerformance.thereAreNoTradesTo'), width)
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
    line(c.held ? c.name : `${c.name}${write.say('accountPerformance.sold')}`, c.profit.value, c.contribution.value)
  const rows = [
    ...top.map(row),
    ...(others === null ? [] : [line(others.name, others.profit, others.contribution, 'i2')]),
    ...bottom.map(row),
    {
      cells: [
        write.say('common.total'),
        '',
        formatMoneyPlainSigned(contributionTotal.profit.value, write.locale, digits),
        formatReturnPlain(contributionTotal.contribution.value),
      ],
      sum: true,
    },
  ]
  const small = contributionWindow === null ? '' : windowText(contributionWindow, write)
  return tableBlock(
    { title, small, continued: write.say('common.continued') },
    [
      { head: write.say('common.product'), width: nameWidth },
      { head: write.say('accountPerformance.lossAndGain'), width: width * 0.3 },
      { head: write.say('accountPerformance.gain', { unit }), right: true },
      { head: write.say('accountPerformance.points'), right: true },
    ],
    rows,
    { padding: 0.75 },
  )
}
