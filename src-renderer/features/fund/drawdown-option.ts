import type { EChartsCoreOption } from 'echarts/core'
import type { PeriodId } from '../../../src-main/model/report/fund/performance.ts'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { chartText, onLines, plotBox, tickDigits, timeAxis, valueAxis } from '../../ui/chart-theme.ts'
import type { Format } from '../../ui/format.ts'
import type { Tokens } from '../../tokens.ts'

type Words = { readonly now: string; readonly benchmark: string }
type Choice = { readonly period: PeriodId; readonly benchmark: boolean; readonly words: Words }

type LabelBox = { readonly rect: { readonly x: number } }

/** A history without any fall still has an axis: one percent of it. */
const FLAT = -0.01
/** Pixels that the lowest point lies below the top, at the least (the axis ends at a round figure), and of a line of text. */
const PLOT = 54
const LINE = 14
/** Where the words at the deepest point stand: at the foot of the plot, where the curve of no other day comes. */
const FLOOR = 60

const quiet = { type: 'line', symbol: 'none', silent: true, connectNulls: true }

/** Distance to the highest value so far; the deepest point carries its depth and day. */
export const drawdownOption = (report: FundReport, t: Tokens, f: Format, choice: Choice): EChartsCoreOption => {
  const { underwater, drawdowns } = report.risk
  const from = report.performance.periods.find(p => p.id === choice.period)?.window?.from ?? ''
  const first = Math.max(0, underwater.dates.findIndex(d => d >= from) - 1)
  const dates = underwater.dates.slice(first)
  const points = (line: readonly (number | null)[]): (readonly [string, number | null])[] =>
    dates.map((d, i) => [d, line[first + i] ?? null])
  const benchmark = choice.benchmark ? underwater.benchmark : null
  const deepest = drawdowns.find(d => d.trough >= (dates[0] ?? ''))
  const falls = [...underwater.fund.slice(first), ...(benchmark?.slice(first) ?? [])].filter(v => v !== null)
  const lowest = Math.min(0, ...falls)
  const digits = tickDigits(-100 * (lowest || FLAT))
  const [own, other] = [underwater.fund.at(-1) ?? 0, benchmark?.at(-1) ?? 0]
  const below = ((own - other) / (lowest || FLAT)) * PLOT
  // the label of the lower line goes down until both can be read
  const down = benchmark === null ? 0 : Math.max(0, LINE - Math.abs(below))
  const late = (deepest?.trough ?? '') > (dates[Math.floor(dates.length * 0.7)] ?? '')
  return {
    grid: plotBox({ left: 56, right: f.locale === 'en' ? 132 : 104, top: 4, bottom: 20 }),
    xAxis: timeAxis(t),
    yAxis: {
      ...valueAxis(t, n => f.share(n, digits)),
      max: 0,
      splitNumber: 3,
      ...(lowest === 0 ? { min: FLAT, interval: -FLAT } : {}),
    },
    series: [
      ...(benchmark
        ? [
            {
              ...quiet,
              data: points(benchmark),
              lineStyle: { color: t.ink2, width: 0.9 },
              endLabel: {
                show: true,
                formatter: `${choice.words.benchmark} ${f.share(benchmark.at(-1) ?? null)}`,
                offset: [2, below > 0 ? 0 : down],
                ...chartText(t, t.ink2),
              },
            },
          ]
        : []),
      {
        ...quiet,
        data: points(underwater.fund),
        lineStyle: { color: t.accent, width: 1.3 },
        areaStyle: { color: t.accent, opacity: 0.14, origin: 'end' },
        endLabel: {
          show: true,
          formatter: `${choice.words.now} ${f.share(underwater.fund.at(-1) ?? null)}`,
          offset: [2, below > 0 ? down : 0],
          ...chartText(t, t.accent),
          fontWeight: 600,
        },
      },
      ...(deepest && deepest.depth.value !== null
        ? [
            {
              type: 'scatter',
              z: 9,
              silent: true,
              symbolSize: 5,
              itemStyle: { color: t.accent },
              data: [[deepest.trough, -Math.abs(deepest.depth.value)]],
              labelLayout: (at: LabelBox) => ({ x: at.rect.x + (late ? -6 : 10), y: FLOOR }),
              markLine: {
                silent: true,
                symbol: 'none',
                label: { show: false },
                lineStyle: { color: t.ink2, width: 0.8, type: 'solid' },
                data: [[{ coord: [deepest.trough, -Math.abs(deepest.depth.value)] }, { coord: [deepest.trough, 0] }]],
              },
              label: {
                show: true,
                align: late ? 'right' : 'left',
                ...onLines(t),
                formatter: `${f.ret(-Math.abs(deepest.depth.value))}  ${deepest.trough}`,
                ...chartText(t, t.ink),
              },
            },
          ]
        : []),
    ],
  }
}
