import { formatNumber } from '../../../model/format/number.ts'
import {
  formatCount,
  formatDrawdown,
  formatRatio,
  formatReturn,
  formatReturnPlain,
  formatShare,
} from '../../../model/format/share.ts'
import type { FundReport } from '../../../model/report/fund-report.ts'
import type { Figure } from '../../../model/report/figure.ts'
import type { Block, Chapter } from '../blocks/block.ts'
import { monthGrid } from '../blocks/month-table.ts'
import { tableBlock, type Row } from '../blocks/table.ts'
import { missingBlock, pictureBlock, titleBlock } from '../blocks/text-blocks.ts'
import { missingNote, plainCell, signedCell, type Writer } from '../blocks/writer.ts'
import { curves } from '../charts/curves.ts'
import { standingSquares } from '../charts/standing.ts'
import { periodName } from './period-table.ts'

const WIDTH = 672
const MOST_QUARTERS = 20

const drawdownTable = (report: FundReport, write: Writer): Block => {
  const title = write.say('最深的回撤', 'Deepest drawdowns')
  const { drawdowns } = report.risk
  if (drawdowns.length === 0) return missingBlock(title, '', write.say('没有出现回撤。', 'There was no drawdown.'))
  const open = write.say('未修复', 'open')
  const rows = drawdowns.map((d, i): Row => ({
    cells: [
      { cell: String(i + 1), tone: 'i3' },
      plainCell(formatReturn(d.depth.value === null ? null : -Math.abs(d.depth.value)), true),
      d.peak,
      d.trough,
      d.recovery ?? { cell: open, tone: 's' },
      formatCount(d.daysToTrough.value),
      plainCell(formatCount(d.daysToRecovery.value)),
      formatCount(d.days.value),
    ],
  }))
  return tableBlock(
    { title, small: write.say('天数为交易日', 'days on the exchange'), continued: '' },
    [
      { head: '', width: 6 },
      { head: write.say('深度', 'Depth'), width: 22 },
      { head: write.say('前高', 'Peak') },
      { head: write.say('最低', 'Trough') },
      { head: write.say('修复', 'Recovery') },
      { head: write.say('下跌 天', 'Down, days'), right: true },
      { head: write.say('修复 天', 'Up, days'), right: true },
      { head: write.say('合计 天', 'Total'), right: true },
    ],
    rows,
  )
}

const shownFigure = (figure: Figure | undefined): string => {
  if (figure === undefined || figure.value === null) return '—'
  if (figure.unit === 'return') return formatReturn(figure.value)
  if (figure.unit === 'ratio') return formatShare(Math.abs(figure.value), 2)
  if (figure.unit === 'number') return formatRatio(figure.value)
  return formatCount(figure.value)
}

/** Returns without a benchmark beside them, win rates and single days stay in the internal edition. */
const FOR_CLIENTS: ReadonlySet<string> = new Set([
  'annualVolatility',
  'downsideDeviation',
  'maxDrawdown',
  'averageRecovery',
  'sharpe',
  'sortino',
  'calmar',
  'valueAtRisk95',
  'conditionalValueAtRisk95',
  'beta',
  'alpha',
  'correlation',
  'trackingError',
  'informationRatio',
  'upCapture',
  'downCapture',
])

const metricTable = (report: FundReport, write: Writer): Block => {
  const { columns } = report.risk
  const keys = [...new Set(columns.flatMap(c => Object.keys(c.figures)))].filter(
    key => write.internal || FOR_CLIENTS.has(key),
  )
  const named = keys.flatMap(key => {
    const figure = columns.map(c => c.figures[key]).find(f => f !== undefined)
    const id = figure?.card?.definition.split('@')[0] ?? key
    const name = report.definitions[id]?.name
    return name === undefined ? [] : [{ key, name: write.text(name) }]
  })
  const title = write.say('风险指标', 'Risk figures')
  if (named.length === 0)
    return missingBlock(title, '', write.say('净值少于 60 个，数据不足。', 'Fewer than 60 returns.'))
  const rows = named.map(({ key, name }): Row => ({
    cells: [name, ...columns.map(c => plainCell(shownFigure(c.figures[key])))],
  }))
  const { conventions } = report
  const small = write.say(
    `每列同一区间；年观察数 ${conventions.periodsPerYear}，Rf ${formatShare(conventions.rf, 2)}`,
    `one window a column; ${conventions.periodsPerYear} observations a year, Rf ${formatShare(conventions.rf, 2)}`,
  )
  return tableBlock(
    { title, small, continued: write.say('续', 'continued') },
    [{ head: '', width: 46 }, ...columns.map(c => ({ head: periodName(write, c.id, [report]), right: true }))],
    rows,
    { padding: 0.75 },
  )
}

const standingPicture = (report: FundReport, write: Writer): Block => {
  const { standing } = report.performance
  const title = write.say('同类四分位', 'Quartile among peers')
  if (standing.length === 0) return missingBlock(title, '', write.say('同类不足，无法排名。', 'Too few peers to rank.'))
  const shown = standing.slice(-MOST_QUARTERS)
  const end = shown.at(-1)
  const { conventions } = report
  const small =
    end === undefined
      ? ''
      : write.state(
          write.say(
            `${write.firm}基金诊断方法 ${conventions.definitions}，${conventions.peerGroup}类，截至 ${end.date}，近一年收益的位次 ${end.rank}/${end.peers}；Q1 在上`,
            `${write.firm} fund diagnosis ${conventions.definitions}, ${conventions.peerGroup}, ${end.date}: rank ${end.rank} of ${end.peers} funds over the trailing year`,
          ),
        )
  return pictureBlock(title, small, standingSquares(shown, WIDTH, title), 64, 1.6)
}

const sharpePicture = (report: FundReport, write: Writer): readonly Block[] => {
  const { rollingSharpe } = report.risk
  if (!write.internal || rollingSharpe.values.every(v => v === null)) return []
  const title = write.say('滚动夏普比率', 'Rolling Sharpe ratio')
  const end = rollingSharpe.values.findLast(v => v !== null) ?? null
  const picture = curves(
    {
      dates: rollingSharpe.dates,
      curves: [
        {
          values: rollingSharpe.values,
          role: 'subject',
          label: `${write.say('近一年', '1 year')} ${formatRatio(end)}`,
        },
      ],
      base: 0,
    },
    { width: WIDTH, height: 96, title, tick: (v, digits) => formatNumber(v, digits), labels: true },
  )
  return [pictureBlock(title, write.say('近一年；仅内部版', 'trailing year; internal edition only'), picture, 96, 0.6)]
}

const HOLDS = {
  '6m': ['6 个月', '6 months'],
  '1y': ['1 年', '1 year'],
  '2y': ['2 年', '2 years'],
  '3y': ['3 年', '3 years'],
} as const

const holdTable = (report: FundReport, write: Writer): readonly Block[] => {
  const { hold } = report.performance
  if (!write.internal || hold.length === 0) return []
  const rows = hold.map((h): Row => ({
    cells: [
      write.say(HOLDS[h.id][0], HOLDS[h.id][1]),
      plainCell(formatCount(h.starts.value)),
      ...[h.worst, h.p5, h.median, h.p95, h.best].map(f => signedCell(formatReturnPlain(f.value), f.value)),
      plainCell(formatShare(h.positive.value)),
    ],
  }))
  const columns = ['最差', '5%', '中位', '95%', '最好'].map((zh, i) => ({
    head: write.say(zh, ['worst', '5%', 'median', '95%', 'best'][i] ?? zh),
    right: true,
  }))
  return [
    tableBlock(
      {
        title: write.say('持有期分布', 'Holding periods'),
        small: write.say(
          '%，每个起始日持有到期的收益；仅内部版',
          '%, return from every start day; internal edition only',
        ),
        continued: '',
      },
      [
        { head: write.say('持有', 'Held'), width: 22 },
        { head: write.say('起始日', 'Starts'), right: true },
        ...columns,
        { head: write.say('为正', 'Above 0'), right: true },
      ],
      rows,
      { padding: 0.85 },
    ),
  ]
}

/** A3 over time and A4. */
export const fundRiskChapter = (report: FundReport, write: Writer): Chapter => {
  const deepest = report.risk.drawdowns[0]
  const lead =
    deepest === undefined || deepest.depth.value === null
      ? write.say('历史太短，风险只能说个大概。', 'The history is too short for more than a first look at risk.')
      : deepest.recovery === null
        ? write.say(
            `最深回撤 ${formatDrawdown(deepest.depth.value)}，自 ${deepest.peak} 起，尚未修复。`,
            `The deepest drawdown, ${formatDrawdown(deepest.depth.value)} from ${deepest.peak}, is still open.`,
          )
        : write.say(
            `最深回撤 ${formatDrawdown(deepest.depth.value)}，${deepest.peak} 至 ${deepest.trough}，${deepest.recovery} 修复，历时 ${formatCount(deepest.days.value)} 个交易日。`,
            `The deepest drawdown, ${formatDrawdown(deepest.depth.value)} from ${deepest.peak} to ${deepest.trough}, was recovered on ${deepest.recovery} after ${formatCount(deepest.days.value)} exchange days.`,
          )
  const months = write.internal
    ? monthGrid(
        report.performance.years.slice(0, 10).map(y => ({ year: y.year, months: y.months.map(m => m?.value ?? null) })),
        write,
      )
    : null
  return {
    blocks: [
      titleBlock(write.say('风险', 'Risk'), write.state(lead)),
      drawdownTable(report, write),
      standingPicture(report, write),
      ...sharpePicture(report, write),
      ...(months === null ? [] : [months]),
      ...holdTable(report, write),
      metricTable(report, write),
    ],
    notes: missingNote(
      write,
      report.risk.columns.flatMap(c => Object.values(c.figures)),
    ),
  }
}
