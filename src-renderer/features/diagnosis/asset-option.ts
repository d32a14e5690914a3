import type { EChartsCoreOption } from 'echarts/core'
import type { AccountPerformance } from '../../../src-main/model/report/account/performance.ts'
import { chartText, plotBox, tickDigits, timeAxis, tooltip, valueAxis } from '../../ui/chart-theme.ts'
import type { Format } from '../../ui/format.ts'
import type { Tokens } from '../../tokens.ts'

type Words = { readonly assets: string; readonly invested: string }
type Point = readonly [string, number]
type Hover = { readonly seriesIndex: number; readonly axisValueLabel: string; readonly value: Point }

/** Only the largest flows carry their amount; the others keep the triangle. */
const LABELLED = 6
/** Pixels: height of the plot, and of a label of two lines. */
const PLOT = 154
const LABEL = 30
/** Pixels above the plot. */
const EDGE = 8

export const assetOption = (p: AccountPerformance, t: Tokens, f: Format, words: Words): EChartsCoreOption => {
  const assets: Point[] = p.assets.map(x => [x.date, x.assets])
  const invested: Point[] = p.assets.map(x => [x.date, x.netInvested])
  const all = [...assets, ...invested].map(x => x[1])
  const low = Math.min(...all)
  const high = Math.max(...all)
  const floor = low - (high - low) * 0.18
  const labelled = new Set(
    p.flows
      .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
      .slice(0, LABELLED)
      .map(x => x.date),
  )
  const lastAssets = assets.at(-1)?.[1] ?? 0
  const lastInvested = invested.at(-1)?.[1] ?? 0
  // The two labels at the lines' ends need 30 px between them; what is missing is shared.
  const apart = ((lastAssets - lastInvested) / Math.max(1, high - floor)) * PLOT
  const push = Math.abs(apart) < LABEL ? ((LABEL - Math.abs(apart)) / 2) * (apart < 0 ? -1 : 1) : 0
  // none of the two leaves the picture: the upper one stays below its edge, the lower one goes as far down
  const above = Math.max(lastAssets, lastInvested)
  const top = ((high - above) / Math.max(1, high - floor)) * PLOT + EDGE - Math.abs(push) - LABEL / 2
  const down = Math.max(0, -top)
  const digits = tickDigits((high - floor) / f.unit)
  const end = (name: string, value: number, colour: string, bold: boolean): object => ({
    show: true,
    formatter: `{a|${name}}\n{b|${f.wan(value)}}`,
    offset: [4, (bold ? -push : push) + down],
    rich: {
      a: { ...chartText(t, colour), fontWeight: bold ? 600 : 400, lineHeight: 14 },
      b: { ...chartText(t, bold ? t.ink : colour), fontWeight: bold ? 600 : 400, lineHeight: 14 },
    },
  })
  const line = { type: 'line', symbol: 'none', silent: true }
  return {
    grid: plotBox({ left: 44, right: f.locale === 'en' ? 92 : 78, top: 8, bottom: 38 }),
    xAxis: {
      ...timeAxis(t),
      axisLabel: { ...chartText(t), margin: 22, formatter: '{yyyy}' },
      minInterval: 364 * 864e5,
    },
    yAxis: {
      ...valueAxis(t, n => f.ratio(n / f.unit, digits)),
      min: floor,
      axisLabel: { ...chartText(t), showMinLabel: false, formatter: (n: number) => f.ratio(n / f.unit, digits) },
    },
    tooltip: {
      ...tooltip(t),
      formatter: (rows: readonly Hover[]) =>
        [
          rows[0]?.axisValueLabel.slice(0, 10) ?? '',
          ...rows
            .filter(r => r.seriesIndex < 2)
            .map(r => `${r.seriesIndex === 0 ? words.assets : words.invested} ${f.wan(r.value[1])}`),
        ].join('<br>'),
    },
    series: [
      {
        ...line,
        data: assets,
        z: 3,
        lineStyle: { color: t.accent, width: 1.6 },
        endLabel: end(words.assets, lastAssets, t.accent, true),
      },
      {
        ...line,
        data: invested,
        step: 'end',
        lineStyle: { color: t.ink3, width: 1.2, type: [3, 2] },
        endLabel: end(words.invested, lastInvested, t.ink2, false),
      },
      {
        type: 'scatter',
        silent: true,
        symbol: 'triangle',
        symbolSize: [8, 7],
        itemStyle: { color: t.ink2 },
        data: p.flows.map(flow => ({
          value: [flow.date, floor],
          symbolRotate: flow.amount < 0 ? 180 : 0,
          symbolOffset: [0, -6],
          label: {
            show: labelled.has(flow.date),
            position: 'bottom',
            distance: 6,
            formatter: f.signed(flow.amount / f.unit, digits),
            ...chartText(t, t.ink2),
          },
        })),
        labelLayout: { hideOverlap: true },
      },
    ],
  }
}
