import { el, trusted, type Markup } from '../markup/markup.ts'
import { at } from './geometry.ts'
import { box } from './svg.ts'

const bar = (y: number, height: number, width: number, colour: string, gain: boolean): Markup =>
  gain
    ? trusted(
        `<rect x=".4" y="${y + 0.5}" width="${at(Math.max(0.6, width))}" height="${height - 1}" fill="#fff" stroke="var(--${colour})" stroke-width=".7"/>`,
      )
    : box(0, y, Math.max(0.6, width), height, colour)

/** Two losses above each other on one scale, now and after; a gain is hollow, whatever is missing leaves its place empty. */
export const lossBars = (now: number | null, after: number | null, largest: number, width: number): Markup => {
  const size = (v: number) => (largest > 0 ? (Math.abs(v) / largest) * width : 0)
  return el`<svg width="${width}" height="14" aria-hidden="true">${now === null ? null : bar(1, 6, size(now), 'c1', now > 0)}${after === null ? null : bar(8, 5, size(after), after > 0 ? 'line2' : 'c3', after > 0)}</svg>`
}

/** One bar of 8 px beside its number; `edge` puts gains right and losses left of a middle axis. */
export const valueBar = (
  value: number | null,
  largest: number,
  width: number,
  edge: 'left' | 'middle' = 'left',
  strong = true,
): Markup => {
  if (value === null || largest <= 0) return el`<svg width="${width}" height="8" aria-hidden="true"></svg>`
  const colour = strong ? 'c1' : 'c3'
  if (edge === 'left')
    return el`<svg width="${width}" height="8" aria-hidden="true">${box(0, 0, Math.max(0.6, (Math.abs(value) / largest) * width), 8, colour)}</svg>`
  const half = width / 2
  const size = Math.max(0.6, (Math.abs(value) / largest) * half)
  return el`<svg width="${width}" height="8" aria-hidden="true">${box(value < 0 ? half - size : half, 0, size, 8, value < 0 ? 'c3' : 'c1')}${trusted(`<path d="M${at(half)} -2V10" stroke="var(--line2)" stroke-width=".7"/>`)}</svg>`
}
