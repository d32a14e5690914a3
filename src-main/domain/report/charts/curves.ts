import { el, joined, trusted, type Markup } from '../markup/markup.ts'
import { at, bandPath, linePath, linear, digitsOf, roundTicks, spread } from './geometry.ts'
import { area, dot, label, line, paper, svg, textWidth } from './svg.ts'
import { extent, pointsOf, timeAxis, timeScale, valueAxis } from './time-axis.ts'

type Values = readonly (number | null)[]
export type Curve = {
  readonly values: Values
  /** Subject: accent 1.7; other: ink2 1.1; median: dotted; further ones: dashed, light. */
  readonly role: 'subject' | 'other' | 'median' | 'dashed' | 'light'
  readonly label: string
}
export type CurvesData = {
  readonly dates: readonly string[]
  readonly curves: readonly Curve[]
  readonly bands?: { readonly p10: Values; readonly p25: Values; readonly p75: Values; readonly p90: Values }
  readonly marks?: readonly { readonly date: string; readonly text: string }[]
  readonly base?: number
  readonly notes?: readonly string[]
}
type Frame = {
  readonly width: number
  readonly height: number
  readonly title: string
  /** `digits` tell the ticks of the axis apart. */
  readonly tick: (v: number, digits: number) => string
  readonly labels?: boolean
  readonly right?: number
}

/** Takes `−30%` and its distance. */
const LEFT = 39

const STROKES = {
  subject: { colour: 'accent', stroke: { width: 1.7 } },
  other: { colour: 'ink2', stroke: { width: 1.1 } },
  median: { colour: 'ink3', stroke: { width: 1, dash: '1.5 2' } },
  dashed: { colour: 'ink2', stroke: { width: 1, dash: '4 2' } },
  light: { colour: 'c3', stroke: { width: 1.2 } },
} as const

/** Room for the labels behind the ends of the lines; pictures of one time axis take the same. */
export const labelRoom = (names: readonly string[]): number =>
  Math.max(100, ...names.map(n => Math.ceil(textWidth(n) * 1.06) + 10))

/** Lines over time with labels at their ends, on two bands of peers where there are any. */
export const curves = (data: CurvesData, shape: Frame): Markup => {
  const plot = {
    left: LEFT,
    right: shape.width - (shape.right ?? 100),
    top: 10,
    bottom: shape.height - (shape.labels === true ? 18 : 4),
  }
  const scale = timeScale(data.dates, plot)
  const inner = data.bands === undefined ? [] : [data.bands.p10, data.bands.p90]
  const [low, high] = extent(...data.curves.map(c => c.values), ...inner, data.base === undefined ? [] : [data.base])
  const ticks = roundTicks(low, high, shape.height > 120 ? 6 : 4)
  const y = linear(ticks[0] ?? low, ticks.at(-1) ?? high, plot.bottom, plot.top)
  const points = (values: Values) => pointsOf(values, scale, y)
  const drawn = data.curves.map(c => ({ ...c, points: points(c.values) }))
  const { bands } = data
  const ends = spread(
    drawn.map(c => (c.points.findLast(p => p !== null)?.[1] ?? plot.bottom) + 3.6),
    13,
    plot.top + 3,
    plot.bottom,
  )
  const order = drawn.toSorted((a, b) => Number(a.role === 'subject') - Number(b.role === 'subject'))
  const subject = drawn.find(c => c.role === 'subject')
  const tip = subject === undefined ? undefined : subject.points.findLast(p => p !== null)
  return svg(
    shape.width,
    shape.height,
    shape.title,
    el`${bands === undefined ? null : [area(bandPath(points(bands.p90), points(bands.p10)), 'band1'), area(bandPath(points(bands.p75), points(bands.p25)), 'band2')]}${valueAxis(ticks, y, plot, v => shape.tick(v, digitsOf(ticks)), data.base)}${timeAxis(scale, plot, shape.labels === true ? shape.height - 3 : null)}${joined(
      (data.marks ?? [])
        .filter(m => m.date > scale.from && m.date <= scale.to)
        .map(m => {
          const x = scale.x(m.date)
          const late = x > plot.right - 130
          return el`${line(`M${at(x)} ${at(plot.top - 2)}V${at(plot.bottom)}`, 'ink2', { dash: '2 2', width: 0.8 })}${label(late ? x - 5 : x + 5, plot.top + 7, m.text, '2', late ? 'end' : 'start')}`
        }),
    )}${joined(order.map(c => line(linePath(c.points), STROKES[c.role].colour, STROKES[c.role].stroke)))}${tip ? dot(tip[0], tip[1]) : null}${joined(
      data.curves.map((c, i) =>
        label(plot.right + 8, ends[i] ?? 0, c.label, c.role === 'subject' ? 'a' : c.role === 'other' ? 'i' : '2'),
      ),
    )}${joined((data.notes ?? []).map((n, i) => label(plot.right + 8, plot.bottom - 2 - 13 * ((data.notes?.length ?? 0) - 1 - i), n)))}`,
  )
}

type UnderwaterData = {
  readonly dates: readonly string[]
  readonly subject: Values
  readonly other: Values | null
  readonly deepest: string
  readonly labels: readonly [string, string | null]
}

/** Distance to the highest value so far under the same time axis as the curve above it. */
export const underwater = (data: UnderwaterData, shape: Omit<Frame, 'labels'>): Markup => {
  const plot = { left: LEFT, right: shape.width - (shape.right ?? 100), top: 4, bottom: shape.height - 16 }
  const scale = timeScale(data.dates, plot)
  const [low] = extent(data.subject, data.other ?? [], [0])
  const ticks = roundTicks(Math.min(low, -0.02), 0, 4)
  const y = linear(0, Math.min(low, ticks[0] ?? low), plot.top, plot.bottom)
  const subject = pointsOf(data.subject, scale, y)
  const floor = data.subject.reduce<number>((best, v, i) => ((v ?? 0) < (data.subject[best] ?? 0) ? i : best), 0)
  const deep = subject[floor] ?? null
  const late = deep !== null && deep[0] > plot.right - 120
  const ends = spread(
    [
      subject.findLast(p => p !== null)?.[1] ?? 0,
      pointsOf(data.other ?? [], scale, y).findLast(p => p !== null)?.[1] ?? 0,
    ].map(v => v + 5),
    13,
    9,
    plot.bottom,
  )
  return svg(
    shape.width,
    shape.height,
    shape.title,
    el`${valueAxis(
      ticks.filter(t => t >= Math.min(low, ticks[0] ?? low)),
      y,
      plot,
      v => shape.tick(v, digitsOf(ticks)),
    )}${area(
      bandPath(
        subject.map(p => (p === null ? null : ([p[0], plot.top] as const))),
        subject,
      ),
      'accent',
      0.16,
    )}${data.other === null ? null : line(linePath(pointsOf(data.other, scale, y)), 'ink3', { width: 0.9 })}${line(linePath(subject), 'accent', { width: 1.2 })}${timeAxis(scale, plot, shape.height - 3)}${
      deep === null
        ? null
        : el`${trusted(`<path d="M${at(deep[0])} ${at(deep[1])}V12" stroke="var(--ink2)" stroke-width=".8"/>`)}${dot(deep[0], deep[1])}${paper(late ? deep[0] - 7 - textWidth(data.deepest) : deep[0] + 3, 6.5, textWidth(data.deepest) + 4, 12)}${label(late ? deep[0] - 5 : deep[0] + 5, 15.6, data.deepest, 'i', late ? 'end' : 'start')}`
    }${label(plot.right + 8, ends[0] ?? 0, data.labels[0], 'a')}${data.labels[1] === null ? null : label(plot.right + 8, ends[1] ?? 0, data.labels[1], '2')}`,
  )
}
