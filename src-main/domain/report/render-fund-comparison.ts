import { formatLargeMoneyPlain, largeMoneyUnit } from '../../model/format/money.ts'
import { formatNumber } from '../../model/format/number.ts'
import {
  formatReturn,
  formatReturnPlain,
  formatScore,
  formatShare,
  formatSharePlain,
} from '../../model/format/share.ts'
import { MOST_ON_SCREEN } from '../../model/most-on-screen.ts'
import type { FundReport } from '../../model/report/fund-report.ts'
import type { PeriodId } from '../../model/report/fund/performance.ts'
import type { FinishedReport, ReportSetup } from '../../model/report/report-setup.ts'
import { el } from './markup/markup.ts'
import { PX, type Block } from './blocks/block.ts'
import { reportDocument } from './blocks/document.ts'
import { cutText, linesOf } from './blocks/measure.ts'
import { forceName, fundTypeName } from './blocks/names.ts'
import { paginate } from './blocks/paginate.ts'
import { tableBlock, type Cell, type Row } from './blocks/table.ts'
import { missingBlock, pictureBlock, sideBySide, titleBlock } from './blocks/text-blocks.ts'
import { createWriter, plainCell, signedCell, type Writer } from './blocks/writer.ts'
import { curves } from './charts/curves.ts'
import { radar } from './charts/radar.ts'
import type { CommonCurves } from './comparison/common-curves.ts'
import { pairTables, type ComparedPairs } from './comparison/pair-tables.ts'
import { mayShow, periodName } from './fund/period-table.ts'

const WIDTH = 672
const BETWEEN = 5

const picture = (reports: readonly FundReport[], { dates, values }: CommonCurves, write: Writer): Block => {
  const title = write.say('common.adjustedNav')
  if (dates.length < 2) return missingBlock(title, '', write.say('comparison.theFundsShareNoWindow'))
  const lines = reports.map((report, i) => {
    const line = values[i] ?? []
    const end = line.findLast(v => v !== null) ?? null
    const grown = end === null ? '—' : formatReturn(end - 1, 1)
    return {
      values: line,
      role: (['subject', 'other', 'median', 'dashed', 'light'] as const)[i] ?? 'light',
      label: `${i + 1} ${cutText(report.profile.name, 7.5, 18)} ${grown}`,
    }
  })
  const chart = curves(
    { dates, curves: lines, base: 1 },
    {
      width: WIDTH,
      height: 170,
      title,
      tick: (v, digits) => formatNumber(v, Math.max(1, digits)),
      labels: true,
      right: 140,
    },
  )
  return pictureBlock(title, write.say('comparison.commonWindow', { dates: dates[0] ?? '' }), chart, 170, 0.8)
}

const NAMES = 34
/** mm for the text of one fund's column. */
const roomOf = (reports: readonly FundReport[]): number => (178 - NAMES) / reports.length - 3
const HEAD_LINES = 2

const columns = (reports: readonly FundReport[]) => [
  { head: '', width: NAMES },
  ...reports.map((r, i) => ({
    head: `${i + 1} ${cutText(r.profile.name, 7.5, HEAD_LINES * (roomOf(reports) - 3))}`,
    right: true,
  })),
]

/** Names that do not fit on one line take two, so that funds of one family stay apart. */
const lookOf = (reports: readonly FundReport[], padding: number) => {
  const most = reports.map((r, i) => linesOf(`${i + 1} ${r.profile.name}`, 7.5, roomOf(reports)))
  return { padding, headLines: Math.min(HEAD_LINES, Math.max(...most)) }
}

const profileTable = (reports: readonly FundReport[], write: Writer): Block => {
  const row = (name: string, cell: (r: FundReport) => Cell): Row => ({ cells: [name, ...reports.map(cell)] })
  const room = 140 / reports.length - 4
  const groups = reports.map(r => write.word(r.profile.peerGroup))
  return tableBlock(
    { title: write.say('comparison.profile'), small: '', continued: '' },
    columns(reports),
    [
      row(write.say('common.code'), r => r.profile.code),
      row(write.say('common.type'), r => fundTypeName(write, r.profile.type)),
      {
        cells: [write.say('common.peerGroup'), ...groups.map(group => ({ cell: group, tone: 'w' }))],
        lines: Math.max(1, ...groups.map(group => linesOf(group, 8, room))),
      },
      row(write.say('common.inception'), r => r.profile.inceptionOn),
      row(`${write.say('common.size')} ${largeMoneyUnit(write.locale)}`, r =>
        plainCell(formatLargeMoneyPlain(r.profile.size.value, write.locale)),
      ),
      row(
        write.say('common.riskGrade'),
        r => r.profile.riskGrade ?? { cell: write.say('common.missing'), tone: 'warn' },
      ),
      row(write.say('common.feesAYear'), r => plainCell(formatShare(r.fees.total.value, 2))),
      row(write.say('comparison.topTen'), r => plainCell(formatShare(r.holdings.topTenShare.value))),
    ],
    lookOf(reports, 0.8),
  )
}

const size = (value: number | null): Cell => plainCell(formatSharePlain(value === null ? null : Math.abs(value), 2))

const periodRows = (reports: readonly FundReport[], id: PeriodId, write: Writer): readonly Row[] => {
  const of = (r: FundReport) => r.performance.periods.find(p => p.id === id)
  if (reports.every(r => (of(r)?.fund.value ?? null) === null)) return []
  const name = periodName(write, id, reports)
  const row = (
    label: string,
    cell: (p: FundReport['performance']['periods'][number]) => Cell,
    strong = false,
  ): Row => ({
    cells: [
      strong ? { cell: label, tone: 's' } : label,
      ...reports.map((r): Cell => {
        const p = of(r)
        return p === undefined || !mayShow(p, write) ? { cell: '—', tone: 'i3' } : cell(p)
      }),
    ],
  })
  return [
    row(name, p => signedCell(formatReturnPlain(p.fund.value), p.fund.value, true), true),
    row(write.say('comparison.benchmark'), p => plainCell(formatReturnPlain(p.benchmark.value))),
    row(write.say('comparison.maxDrawdown'), p => size(p.maxDrawdown.value)),
    row(write.say('comparison.sharpeRatio'), p => plainCell(formatNumber(p.sharpe.value))),
  ]
}

const periodTable = (reports: readonly FundReport[], write: Writer): Block => {
  const rows = (['1y', '3y', '5y'] as const).flatMap(id => periodRows(reports, id, write))
  const title = write.say('common.returnsAndRisk')
  if (rows.length === 0) return missingBlock(title, '', write.say('comparison.noWindowOfAYear'))
  return tableBlock(
    { title, small: write.say('comparison.eachBesideItsOwnBenchmark'), continued: '' },
    columns(reports),
    rows,
    lookOf(reports, 0.75),
  )
}

const radars = (reports: readonly FundReport[], write: Writer): Block => {
  const width = (178 - 4 * (reports.length - 1)) / reports.length
  const height = reports.length > 3 ? 110 : 140
  const one = (r: FundReport, i: number): Block => {
    const axes = r.score.forces.map(f => ({
      name: reports.length > 3 ? '' : forceName(write, f.id),
      score: f.score.value,
    }))
    const title = `${i + 1} ${cutText(r.profile.name, 9, width - 10)}`
    return axes.every(a => a.score === null)
      ? missingBlock(title, '', write.reason(r.score.total), width)
      : pictureBlock(title, '', radar(axes, Math.floor(width / PX), height, title), height, 0.6)
  }
  return sideBySide(
    reports.map(() => width),
    reports.map(one),
    4,
  )
}

const forcesTable = (reports: readonly FundReport[], write: Writer): Block => {
  const first = reports[0]
  if (first === undefined) return missingBlock(write.say('common.fiveForces'), '', '—')
  return tableBlock(
    {
      title: write.say('common.fiveForces'),
      small: write.say(reports.length > 3 ? 'comparison.forcesScaleAndOrder' : 'comparison.forcesScale'),
      continued: '',
    },
    columns(reports),
    [
      ...first.score.forces.map((f): Row => ({
        cells: [
          forceName(write, f.id),
          ...reports.map(r => plainCell(formatScore(r.score.forces.find(o => o.id === f.id)?.score.value ?? null))),
        ],
      })),
      { cells: [write.say('comparison.total'), ...reports.map(r => formatScore(r.score.total.value))], sum: true },
    ],
    lookOf(reports, 0.75),
  )
}

/** Figures and shapes stay together. */
const forces = (reports: readonly FundReport[], write: Writer): Block => {
  const [figures, shapes] = [forcesTable(reports, write), radars(reports, write)]
  return {
    body: el`${figures.body}<div style="height:${BETWEEN}mm"></div>${shapes.body}`,
    height: shapes.height + BETWEEN + figures.height,
  }
}

/** The finding without a return, which would need its benchmark: how deep each fell over the longest window of all, and what it costs. */
const lead = (reports: readonly FundReport[], write: Writer): string => {
  const falls = (['5y', '3y', '1y'] as const)
    .map(id => ({
      id,
      falls: reports.flatMap(r => {
        const period = r.performance.periods.find(p => p.id === id)
        return period === undefined || !mayShow(period, write) ? [] : (period.maxDrawdown.value ?? [])
      }),
    }))
    .find(each => each.falls.length === reports.length)
  const fees = reports.flatMap(r => r.fees.total.value ?? [])
  const peers = new Set(reports.map(r => r.profile.peerGroup)).size
  const range = (values: readonly number[]): string => {
    const [low, high] = [Math.min(...values.map(Math.abs)), Math.max(...values.map(Math.abs))]
    const [from, to] = [formatShare(low, 2), formatShare(high, 2)]
    return from === to ? from : write.say('comparison.to', { from, to })
  }
  const parts = [
    write.say('comparison.fundsOf', {
      reports: reports.length,
      groups: peers === 1 ? write.say('comparison.oneGroup') : write.say('comparison.groups', { peers }),
    }),
    ...(falls === undefined
      ? []
      : [
          write.say('comparison.maxDrawdownOver', {
            periodName: periodName(write, falls.id, reports),
            range: range(falls.falls),
          }),
        ]),
    ...(fees.length < reports.length ? [] : [write.say('comparison.feesAYear', { range: range(fees) })]),
  ]
  return write.say('comparison.sentence', { parts: parts.join(write.say('common.semicolon')) })
}

/** Up to six funds beside each other on a common window; scores stay within each fund's own peers. */
export const renderFundComparison = (
  all: readonly FundReport[],
  setup: ReportSetup,
  pairs: ComparedPairs & { readonly curves: CommonCurves },
): FinishedReport => {
  const reports = all.slice(0, MOST_ON_SCREEN)
  const first = reports[0]
  const write = createWriter(setup, first?.reasons ?? {})
  const pages = paginate([
    {
      blocks:
        first === undefined
          ? [missingBlock(write.say('comparison.comparison'), '', write.say('comparison.noFundIsChosen'))]
          : [
              titleBlock(write.say('comparison.fundComparison'), write.state(lead(reports, write))),
              picture(reports, pairs.curves, write),
              profileTable(reports, write),
              periodTable(reports, write),
              forces(reports, write),
              pairTables(reports, pairs, write),
            ],
      notes:
        first === undefined
          ? []
          : [
              write.say('comparison.forcesAndTotalsFundDiagnosis', {
                firm: write.firm,
                definitions: first.conventions.definitions,
                asOf: first.asOf,
              }),
            ],
    },
  ])
  return reportDocument(setup, {
    title: write.say('comparison.fundComparison'),
    subject:
      reports.length <= 3
        ? reports.map(r => r.profile.code)
        : [
            write.say('comparison.andMore', {
              code: first?.profile.code ?? '',
              reports: reports.length,
            }),
          ],
    asOf: reports.map(r => r.asOf).toSorted()[0] ?? setup.date,
    pages,
    statements: write.statements(),
  })
}
