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
  const title = write.say('fundRisk.deepestDrawdowns')
  const { drawdowns } = report.risk
  if (drawdowns.length === 0) return missingBlock(title, '', write.say('fundRisk.thereWasNoDrawdown'))
  const open = write.say('fundRisk.open')
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
    { title, small: write.say('fundRisk.daysOnTheExchange'), continued: '' },
    [
      { head: '', width: 6 },
      { head: write.say('fundRisk.depth'), width: 22 },
      { head: write.say('fundRisk.peak') },
      { head: write.say('fundRisk.trough') },
      { head: write.say('fundRisk.recovery') },
      { head: write.say('fundRisk.downDays'), right: true },
      { head: write.say('fundRisk.upDays'), right: true },
      { head: write.say('fundRisk.total'), right: true },
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
  const title = write.say('fundRisk.riskFigures')
  if (named.length === 0) return missingBlock(title, '', write.say('fundRisk.fewerThan60Returns'))
  const rows = named.map(({ key, name }): Row => ({
    cells: [name, ...columns.map(c => plainCell(shownFigure(c.figures[key])))],
  }))
  const { conventions } = report
  const small = write.say('fundRisk.oneWindowAColumnObservations', {
    periodsPerYear: conventions.periodsPerYear,
    rf: formatShare(conventions.rf, 2),
  })
  return tableBlock(
    { title, small, continued: write.say('common.continued') },
    [{ head: '', width: 46 }, ...columns.map(c => ({ head: periodName(write, c.id, [report]), right: true }))],
    rows,
    { padding: 0.75 },
  )
}

const standingPicture = (report: FundReport, write: Writer): Block => {
  const { standing } = report.performance
  const title = write.say('fundRisk.quartileAmongPeers')
  if (standing.length === 0) return missingBlock(title, '', write.say('fundRisk.tooFewPeersToRank'))
  const shown = standing.slice(-MOST_QUARTERS)
  const end = shown.at(-1)
  const { conventions } = report
  const small =
    end === undefined
      ? ''
      : write.state(
          write.say('fundRisk.fundDiagnosisRankOfFunds', {
            firm: write.firm,
            definitions: conventions.definitions,
            peerGroup: write.word(conventions.peerGroup),
            date: end.date,
            rank: end.rank,
            peers: end.peers,
          }),
        )
  return pictureBlock(title, small, standingSquares(shown, WIDTH, title), 64, 1.6)
}

const sharpePicture = (report: FundReport, write: Writer): readonly Block[] => {
  const { rollingSharpe } = report.risk
  if (!write.internal || rollingSharpe.values.every(v => v === null)) return []
  const title = write.say('fundRisk.rollingSharpeRatio')
  const end = rollingSharpe.values.findLast(v => v !== null) ?? null
  const picture = curves(
    {
      dates: rollingSharpe.dates,
      curves: [
        {
          values: rollingSharpe.values,
          role: 'subject',
          label: `${write.say('common.oneYear')} ${formatRatio(end)}`,
        },
      ],
      base: 0,
    },
    { width: WIDTH, height: 96, title, tick: (v, digits) => formatNumber(v, digits), labels: true },
  )
  return [pictureBlock(title, write.say('fundRisk.trailingYearInternalEditionOnly'), picture, 96, 0.6)]
}

const HOLDS = {
  '6m': 'fundRisk.sixMonths',
  '1y': 'fundRisk.oneYear',
  '2y': 'fundRisk.twoYears',
  '3y': 'fundRisk.threeYears',
} as const

const holdTable = (report: FundReport, write: Writer): readonly Block[] => {
  const { hold } = report.performance
  if (!write.internal || hold.length === 0) return []
  const rows = hold.map((h): Row => ({
    cells: [
      write.say(HOLDS[h.id]),
      plainCell(formatCount(h.starts.value)),
      ...[h.worst, h.p5, h.median, h.p95, h.best].map(f => signedCell(formatReturnPlain(f.value), f.value)),
      plainCell(formatShare(h.positive.value)),
    ],
  }))
  const columns = [
    write.say('fundRisk.worst'),
    '5%',
    write.say('fundRisk.median'),
    '95%',
    write.say('fundRisk.best'),
  ].map(head => ({ head, right: true }))
  return [
    tableBlock(
      {
        title: write.say('fundRisk.holdingPeriods'),
        small: write.say('fundRisk.returnFromEveryStartDay'),
        continued: '',
      },
      [
        { head: write.say('fundRisk.held'), width: 22 },
        { head: write.say('fundRisk.starts'), right: true },
        ...columns,
        { head: write.say('fundRisk.positive'), right: true },
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
      ? write.say('fundRisk.theHistoryIsTooShort')
      : deepest.recovery === null
        ? write.say('fundRisk.theDeepestDrawdownFromIs', {
            depth: formatDrawdown(deepest.depth.value),
            peak: deepest.peak,
          })
        : write.say('fundRisk.theDeepestDrawdownFromTo', {
            depth: formatDrawdown(deepest.depth.value),
            peak: deepest.peak,
            trough: deepest.trough,
            recovery: deepest.recovery,
            days: formatCount(deepest.days.value),
          })
  const months = write.internal
    ? monthGrid(
        report.performance.years.slice(0, 10).map(y => ({ year: y.year, months: y.months.map(m => m?.value ?? null) })),
        write,
      )
    : null
  return {
    blocks: [
      titleBlock(write.say('common.riskWord'), write.state(lead)),
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
