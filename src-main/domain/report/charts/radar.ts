import { formatScore } from '../../../model/format/share.ts'
import { el, joined, trusted, type Markup } from '../markup/markup.ts'
import { at, type Point } from './geometry.ts'
import { dot, line, svg, textWidth } from './svg.ts'

export type RadarAxis = { readonly name: string; readonly score: number | null }

const corner = (cx: number, cy: number, radius: number, i: number, of: number): Point => {
  const angle = -Math.PI / 2 + (2 * Math.PI * i) / of
  return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]
}
const closed = (points: readonly Point[]): string => `M${points.map(p => `${at(p[0])} ${at(p[1])}`).join('L')}Z`

/** From the outer ring to the names; half the width of a pentagon by its radius. */
const GAP = 8
const SIDE = Math.sin((2 * Math.PI) / 5)
/** The lower names begin this much further in. */
const LOW = 18

/** Width of the names at both sides; the one on top stands over the middle. */
const labelRoom = (axes: readonly RadarAxis[]): { readonly left: number; readonly right: number } => {
  const width = ({ name, score }: RadarAxis) => textWidth(`${name} ${formatScore(score)}`) * 1.04
  const [first, second, third] = axes.slice(1, 4)
  const ends = [axes.at(-1), first].map(axis => (axis === undefined ? 0 : width(axis)))
  const low = [third, second].map(axis => (axis === undefined ? 0 : width(axis) - LOW))
  return { left: Math.max(0, ends[0] ?? 0, low[0] ?? 0), right: Math.max(0, ends[1] ?? 0, low[1] ?? 0) }
}

/** Rings at 25, 50, 75 and 100; dashed 50 is the peer median. An axis without a score prints "—" and cuts the shape open. */
export const radar = (axes: readonly RadarAxis[], width: number, height: number, title: string): Markup => {
  const room = labelRoom(axes)
  const radius = Math.min(height * 0.36, (width - room.left - room.right - 2 * GAP) / (2 * SIDE))
  const cx = Math.max(room.left + GAP + radius * SIDE, Math.min(width / 2, width - room.right - GAP - radius * SIDE))
  const cy = height / 2 + radius * 0.09
  const ring = (share: number) => closed(axes.map((_, i) => corner(cx, cy, radius * share, i, axes.length)))
  const scored = axes.flatMap((axis, i) =>
    axis.score === null ? [] : [corner(cx, cy, (radius * axis.score) / 100, i, axes.length)],
  )
  const whole = scored.length === axes.length
  const spokes = axes.map((_, i) => {
    const [x, y] = corner(cx, cy, radius, i, axes.length)
    return `M${at(cx)} ${at(cy)}L${at(x)} ${at(y)}`
  })
  const names = axes.map((axis, i) => {
    const [x, y] = corner(cx, cy, radius + GAP, i, axes.length)
    const anchor = Math.abs(x - cx) < 2 ? 'middle' : x > cx ? 'start' : 'end'
    const drop = y < cy - radius * 0.9 ? -1 : y > cy + radius * 0.5 ? 9 : 2
    return el`<text x="${at(x)}" y="${at(y + drop)}" text-anchor="${anchor}" class="t2">${axis.name} <tspan class="tk">${formatScore(axis.score)}</tspan></text>`
  })
  const shape = whole
    ? el`${trusted(`<path d="${closed(scored)}" fill="var(--accent)" fill-opacity=".14" stroke="var(--accent)" stroke-width="1.5" stroke-linejoin="round"/>`)}`
    : null
  return svg(
    width,
    height,
    title,
    el`${line(ring(0.25) + ring(0.75), 'line', { width: 0.5 })}${line(ring(1), 'line2', { width: 0.7 })}${line(spokes.join(''), 'line', { width: 0.5 })}${line(ring(0.5), 'ink3', { dash: '2 2', width: 0.8 })}${shape}${joined(scored.map(p => dot(p[0], p[1])))}${joined(names)}`,
  )
}
