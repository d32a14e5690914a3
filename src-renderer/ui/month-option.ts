import type { EChartsCoreOption } from 'echarts/core'
import type { Figure } from '../../src-main/model/report/figure.ts'
import { directionOf } from '../../src-main/model/format/number.ts'
import type { Tokens } from '../tokens.ts'
import { chartText, tooltip } from './chart-theme.ts'

/** One square: a month, a whole year or its excess. */
export type MonthCell = {
  readonly column: number
  readonly row: number
  readonly figure: Figure
  /** In the square, and with its unit. */
  readonly text: string
  readonly told: string
}

/** Height of one year, and of the names of the months above. */
export const YEAR_HEIGHT = 21
export const HEAD_HEIGHT = 20

/** Marks of the three classes each side: 0, 2 and 5 %. */
const pieces = (t: Tokens): object[] => [
  { lte: -0.05, color: t.d3 },
  { gt: -0.05, lte: -0.02, color: t.d2 },
  { gt: -0.02, lt: 0, color: t.d1 },
  { value: 0, color: t.paper },
  { gt: 0, lt: 0.02, color: t.u1 },
  { gte: 0.02, lt: 0.05, color: t.u2 },
  { gte: 0.05, color: t.u3 },
]

/** Pixels that the excess stands right of its column, the year half of them: large figures keep their distance. */
const ASIDE = 12

/** By what is printed, one decimal of a percent: what rounds to zero goes nowhere. */
const colourOf = (t: Tokens, value: number): string => {
  const to = directionOf(value, 3)
  return to === 'flat' ? t.ink : t[to]
}

/** Months as squares in three classes each side, whole years and their excess as coloured figures without a ground. */
export const monthOption = (
  t: Tokens,
  columns: readonly string[],
  years: readonly number[],
  cells: readonly MonthCell[],
): EChartsCoreOption => ({
  grid: { left: 34, right: ASIDE, top: HEAD_HEIGHT, bottom: 0, outerBoundsMode: 'none' },
  xAxis: {
    type: 'category',
    position: 'top',
    data: [...columns],
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      ...chartText(t),
      interval: 0,
      margin: 6,
      formatter: (name: string, column: number) =>
        column === 12 ? `{year|${name}}` : column === 13 ? `{excess|${name}}` : name,
      rich: { year: { padding: [0, 0, 0, ASIDE] }, excess: { padding: [0, 0, 0, 2 * ASIDE] } },
    },
  },
  yAxis: {
    type: 'category',
    inverse: true,
    data: years.map(String),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: { ...chartText(t), margin: 8 },
  },
  tooltip: {
    ...tooltip(t),
    trigger: 'item',
    formatter: ({ dataIndex }: { readonly dataIndex: number }) => cells[dataIndex]?.told ?? '',
  },
  visualMap: { type: 'piecewise', show: false, dimension: 2, seriesIndex: 0, pieces: pieces(t) },
  series: [
    {
      type: 'heatmap',
      data: cells.map(({ column, row, figure, text }) => {
        const month = column < 12
        const value = figure.value ?? 0
        return {
          value: [column, row, value],
          label: {
            formatter: text,
            ...(month
              ? {}
              : {
                  color: colourOf(t, value),
                  fontWeight: column === 12 ? 600 : 400,
                  offset: [column === 12 ? ASIDE / 2 : ASIDE, 0],
                }),
          },
          ...(month ? {} : { visualMap: false, itemStyle: { color: 'transparent', borderWidth: 0 } }),
        }
      }),
      label: { show: true, ...chartText(t, t.ink) },
      itemStyle: { borderColor: t.paper, borderWidth: 1 },
      emphasis: { itemStyle: { borderColor: t.accent, borderWidth: 1 } },
    },
  ],
})
