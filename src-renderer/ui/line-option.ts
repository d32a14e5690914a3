import type { EChartsCoreOption } from 'echarts/core'
import type { Tokens } from '../tokens.ts'
import { chartText, plotBox, timeAxis, tooltip, valueAxis } from './chart-theme.ts'
import type { Format } from './format.ts'

export type ChartLine = {
  readonly name: string
  readonly dates: readonly string[]
  readonly values: readonly (number | null)[]
  readonly colour: string
  readonly width?: number
  readonly dash?: readonly number[]
  /** Fills to the base; stacked lines fill to the one below. */
  readonly area?: number
  readonly bold?: boolean
}

type Hover = {
  readonly seriesName: string
  readonly axisValueLabel: string
  readonly value: readonly [string, number | null]
}
export type LineChartShape = {
  /** Prints a value on the axis, at the line's end and in the tooltip. */
  readonly print: (n: number) => string
  readonly stacked?: boolean
  readonly min?: number
  readonly max?: number
  /** 1 on top: ranks and percentiles. */
  readonly inverse?: boolean
  /** A mark across the plot, such as 0. */
  readonly base?: number
  /** About how many steps the axis has. */
  readonly ticks?: number
  /** Room for the labels at the lines' ends. */
  readonly room?: number
}

/** Up to two years, whose quarters are named; longer ones have their years alone. */
const isShort = ([line]: readonly ChartLine[]): boolean => {
  const [from, to] = [line?.dates[0], line?.dates.at(-1)]
  return from !== undefined && to !== undefined && Date.parse(to) - Date.parse(from) < 731 * 864e5
}

/** Lines over time, each with its name and last value at its end. */
export const lineOption = (
  t: Tokens,
  f: Format,
  lines: readonly ChartLine[],
  shape: LineChartShape,
): EChartsCoreOption => ({
  grid: plotBox({ left: 46, right: shape.room ?? (f.locale === 'en' ? 132 : 104), top: 8, bottom: 22 }),
  xAxis: { ...timeAxis(t), minInterval: isShort(lines) ? 80 * 864e5 : 364 * 864e5 },
  yAxis: {
    ...valueAxis(t, shape.print),
    inverse: shape.inverse === true,
    ...(shape.ticks === undefined ? {} : { splitNumber: shape.ticks }),
    // The ends of a whole are ticks themselves; a step of a quarter meets both.
    ...(shape.min === 0 && shape.max === 1 ? { interval: 0.25 } : {}),
    ...(shape.min === undefined ? {} : { min: shape.min }),
    ...(shape.max === undefined ? {} : { max: shape.max }),
    // falls that are none at all still have an axis below zero: one percent of it
    ...(shape.max === 0 && lines.every(line => line.values.every(v => !v)) ? { min: -0.01, interval: 0.01 } : {}),
  },
  tooltip: {
    ...tooltip(t),
    formatter: (rows: readonly Hover[]) =>
      [
        rows[0]?.axisValueLabel.slice(0, 10) ?? '',
        ...rows.filter(r => r.value[1] != null).map(r => `${r.seriesName} ${shape.print(r.value[1] ?? 0)}`),
      ].join('<br>'),
  },
  series: lines.map((line, i) => ({
    type: 'line',
    symbol: 'none',
    name: line.name,
    ...(shape.stacked ? { stack: 'all' } : {}),
    data: line.dates.map((date, at) => [date, line.values[at] ?? null]),
    connectNulls: false,
    z: 3 + (line.bold ? 1 : 0),
    lineStyle: {
      color: line.colour,
      width: shape.stacked ? 0 : (line.width ?? (line.bold ? 1.7 : 1.1)),
      type: line.dash ?? 'solid',
    },
    itemStyle: { color: line.colour },
    ...(line.area === undefined ? {} : { areaStyle: { color: line.colour, opacity: line.area } }),
    endLabel: {
      show: !shape.stacked && line.values.length > 0,
      formatter: ({ value }: { value: readonly [string, number | null] }) =>
        `${line.name} ${value[1] === null ? '—' : shape.print(value[1])}`,
      ...chartText(t, line.bold ? t.accent : t.ink2),
      ...(line.bold ? { fontWeight: 600 } : {}),
    },
    labelLayout: { moveOverlap: 'shiftY' },
    ...(i === 0 && shape.base !== undefined
      ? {
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: t.line2, type: 'solid', width: 1 },
            data: [{ yAxis: shape.base }],
          },
        }
      : {}),
  })),
})
