import type { Locale } from '../../../model/format/locale.ts'
import { formatMoneyPlain } from '../../../model/format/money.ts'
import { formatNumber, formatSigned } from '../../../model/format/number.ts'
import { el, joined, type Markup } from '../markup/markup.ts'
import { at, digitsOf, linePath, linear, roundTicks, spread, type Point } from './geometry.ts'
import { label, line, svg } from './svg.ts'
import { extent, timeAxis, timeScale, valueAxis } from './time-axis.ts'

type AssetsData = {
  /** Fen; `netInvested` is drawn as a dashed step. */
  readonly points: readonly { readonly date: string; readonly assets: number; readonly netInvested: number }[]
  readonly flows: readonly { readonly date: string; readonly amount: number }[]
}

/** What the picture and its two lines are called. */
type AssetsNames = { readonly both: string; readonly assets: string; readonly invested: string }

const stepPath = (points: readonly Point[]): string =>
  points.reduce((path, p, i) => {
    const before = points[i - 1]
    if (before === undefined) return `M${at(p[0])} ${at(p[1])}`
    return before[1] === p[1] ? path : `${path}H${at(p[0])}V${at(p[1])}`
  }, '') + (points.length > 0 ? `H${at(points.at(-1)?.[0] ?? 0)}` : '')

/** One amount all along says nothing by itself: it is seen against zero. */
const fromNothing = ([low, high]: readonly [number, number]): readonly [number, number] =>
  low === high ? [Math.min(0, low), Math.max(0, high)] : [low, high]

/** Total assets over time with what was put in and the flows as triangles under the curve. The money axis may start above 0. */
export const assetsAndFlows = (
  data: AssetsData,
  locale: Locale,
  names: AssetsNames,
  width: number,
  height = 204,
): Markup => {
  const plot = { left: 44, right: width - 70, top: 14, bottom: height - 32 }
  const strip = 16
  const unit = locale === 'en' ? 1e5 : 1e6
  const scale = timeScale(
    data.points.map(p => p.date),
    plot,
  )
  const [low, high] = fromNothing(extent(data.points.flatMap(p => [p.assets / unit, p.netInvested / unit])))
  // a book that never owed anything has no axis below zero; the flows keep a strip of their own under it
  const wanted = low - (high - low) * 0.12
  const floor = low >= 0 && wanted < 0 ? 0 : wanted
  const ticks = roundTicks(floor, high, 4)
  const first = ticks[0] ?? 0
  const y = linear(first, Math.max(high, ticks.at(-1) ?? 1), plot.bottom - (floor === 0 ? strip : 0), plot.top)
  const assets = data.points.map((p): Point => [scale.x(p.date), y(p.assets / unit)])
  const invested = data.points.map((p): Point => [scale.x(p.date), y(p.netInvested / unit)])
  const last = data.points.at(-1)
  const ends = spread(
    [assets.at(-1)?.[1] ?? 0, invested.at(-1)?.[1] ?? 0].map(v => v + 1),
    24,
    plot.top + 4,
    plot.bottom - 22,
  )
  const largest = data.flows.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
  const shown = new Set<string>()
  const labelled: number[] = []
  for (const flow of largest) {
    const x = scale.x(flow.date)
    if (labelled.every(other => Math.abs(other - x) > 38)) {
      labelled.push(x)
      shown.add(flow.date)
    }
  }
  const whole = largest.every(f => Math.abs(f.amount) / unit >= 10)
  const triangles = data.flows.map(flow => {
    const x = scale.x(flow.date)
    const into = flow.amount > 0
    const d = into ? `M${at(x)} ${at(plot.bottom - 10)}l3.5 6h-7z` : `M${at(x)} ${at(plot.bottom - 4)}l3.5 -6h-7z`
    const text = shown.has(flow.date)
      ? label(x, plot.bottom + 11, formatSigned(flow.amount / unit, whole ? 0 : 1), '2', 'middle')
      : null
    return el`<path d="${d}" fill="var(--ink2)" />${text}`
  })
  return svg(
    width,
    height,
    names.both,
    el`${valueAxis(ticks, y, plot, v => formatNumber(v, digitsOf(ticks)), first)}${line(stepPath(invested), 'ink2', { dash: '2.5 2', width: 0.9 })}${line(linePath(assets), 'accent', { width: 1.5 })}${joined(triangles)}${timeAxis(scale, plot, height - 4, false)}${label(plot.right + 6, ends[0] ?? 0, names.assets, 'a')}${label(plot.right + 6, (ends[0] ?? 0) + 11, formatMoneyPlain(last?.assets ?? null, locale), 'k')}${label(plot.right + 6, ends[1] ?? 0, names.invested, '2')}${label(plot.right + 6, (ends[1] ?? 0) + 11, formatMoneyPlain(last?.netInvested ?? null, locale), '2')}`,
  )
}
