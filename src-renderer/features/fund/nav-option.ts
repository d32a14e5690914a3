import type { EChartsCoreOption } from 'echarts/core'
import type { PeriodId } from '../../../src-main/model/report/fund/performance.ts'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { chartText, onLines, plotBox, tickDigits, timeAxis, tooltip, valueAxis } from '../../ui/chart-theme.ts'
import type { Format } from '../../ui/format.ts'
import type { Tokens } from '../../tokens.ts'
import { endLabels } from './end-labels.ts'

type Words = {
  readonly fund: string
  readonly benchmark: string
  readonly median: string
  readonly since: (name: string) => string
}
type Choice = { readonly period: PeriodId; readonly benchmark: boolean; readonly peers: boolean; readonly words: Words }
type Line = readonly (number | null)[]
type Hover = {
  readonly seriesName: string
  readonly axisValueLabel: string
  readonly value: readonly [string, number | null]
}

const PLOT = 216
const quiet = { type: 'line', symbol: 'none', silent: true, connectNulls: true }

export const navOption = (report: FundReport, t: Tokens, f: Format, choice: Choice): EChartsCoreOption => {
  const { curve, periods } = report.performance
  const { words } = choice
  const period = periods.find(p => p.id === choice.period)
  const from = period?.window?.from ?? curve.dates[0] ?? ''
  const first = Math.max(0, curve.dates.findIndex(d => d >= from) - 1)
  const dates = curve.dates.slice(first)
  const points = (line: Line): (readonly [string, number | null])[] => dates.map((d, i) => [d, line[first + i] ?? null])
  const gap = (high: Line, low: Line): (readonly [string, number | null])[] =>
    dates.map((d, i) => {
      const [a, b] = [high[first + i], low[first + i]]
      return [d, a == null || b == null ? null : a - b]
    })
  const band = (name: string, low: Line, high: Line, colour: string): object[] => [
    { ...quiet, name: '', stack: name, lineStyle: { opacity: 0 }, data: points(low), z: 1 },
    {
      ...quiet,
      name: '',
      stack: name,
      lineStyle: { opacity: 0 },
      areaStyle: { color: colour, opacity: 1 },
      data: gap(high, low),
      z: 1,
    },
  ]
  const peers = choice.peers ? curve.peers : null
  const benchmark = choice.benchmark ? curve.benchmark : null
  const shown = [curve.fund, ...(peers ? [peers.p10, peers.p90] : []), ...(benchmark ? [benchmark] : [])]
    .flatMap(l => l.slice(first))
    .filter(v => v !== null)
  const low = Math.min(...shown)
  const high = Math.max(...shown)
  const label = endLabels(t, f, PLOT / Math.max(1e-6, high - low), [
    {
      id: 'fund',
      name: words.fund,
      value: curve.fund.at(-1) ?? null,
      change: period?.fund.value ?? null,
      colour: t.accent,
      bold: true,
    },
    ...(benchmark
      ? [
          {
            id: 'benchmark',
            name: words.benchmark,
            value: benchmark.at(-1) ?? null,
            change: period?.benchmark.value ?? null,
            colour: t.ink2,
            bold: false,
          },
        ]
      : []),
    ...(peers
      ? [
          {
            id: 'median',
            name: words.median,
            value: peers.median.at(-1) ?? null,
            change: period?.peerMedian.value ?? null,
            colour: t.ink2,
            bold: false,
          },
        ]
      : []),
  ])
  const manager = report.manager.rows[0]
  const mark =
    manager && manager.from > (dates[0] ?? '')
      ? {
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: t.ink2, type: [2, 2], width: 1 },
            label: {
              formatter: `\u00a0\u00a0${words.since(manager.name)} ${manager.from}`,
              position: 'insideEndTop',
              rotate: 0,
              align: 'left',
              offset: [6, 20],
              ...onLines(t),
              ...chartText(t, t.ink2),
            },
            data: [{ xAxis: manager.from }],
          },
        }
      : {}
  return {
    grid: plotBox({ left: 56, right: f.locale === 'en' ? 132 : 104, top: 8, bottom: 8 }),
    xAxis: { ...timeAxis(t), axisLabel: { show: false } },
    yAxis: valueAxis(t, n => f.ratio(n, Math.max(1, tickDigits(high - low)))),
    tooltip: {
      ...tooltip(t),
      formatter: (rows: readonly Hover[]) =>
        [
          rows[0]?.axisValueLabel.slice(0, 10) ?? '',
          ...rows.filter(r => r.seriesName !== '').map(r => `${r.seriesName} ${f.ratio(r.value[1], 4)}`),
        ].join('<br>'),
    },
    series: [
      ...(peers
        ? [...band('outer', peers.p10, peers.p90, t.band1), ...band('inner', peers.p25, peers.p75, t.band2)]
        : []),
      ...(peers
        ? [
            {
              ...quiet,
              name: words.median,
              data: points(peers.median),
              z: 2,
              lineStyle: { color: t.ink2, width: 1, type: [1, 2] },
              endLabel: label('median'),
            },
          ]
        : []),
      ...(benchmark
        ? [
            {
              ...quiet,
              name: words.benchmark,
              data: points(benchmark),
              z: 3,
              lineStyle: { color: t.ink2, width: 1.1 },
              endLabel: label('benchmark'),
            },
          ]
        : []),
      {
        ...quiet,
        name: words.fund,
        data: points(curve.fund),
        z: 4,
        lineStyle: { color: t.accent, width: 1.7 },
        endLabel: label('fund'),
        ...mark,
      },
    ],
  }
}
