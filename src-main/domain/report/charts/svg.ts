import { el, trusted, type Markup, type Part } from '../markup/markup.ts'
import { emWidth } from '../blocks/measure.ts'
import { at } from './geometry.ts'

/** Picture with its accessible name; 96 px are 25.4 mm. */
export const svg = (width: number, height: number, label: string, body: Part, x0 = 0): Markup =>
  el`<svg width="${width}" height="${height}" viewBox="${x0} 0 ${width} ${height}" role="img" aria-label="${label}">${body}</svg>`

/** Text classes: `k` ink bold, `i` ink, `2` ink2, `a` accent bold, `w` white bold; none is ink3. */
type Tone = 'k' | 'i' | '2' | 'a' | 'w' | ''
type Anchor = 'start' | 'middle' | 'end'

export const label = (x: number, y: number, text: Part, tone: Tone = '', anchor: Anchor = 'start'): Markup => {
  const cls = tone === '' ? '' : ` class="t${tone}"`
  const where = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  return el`<text x="${at(x)}" y="${at(y)}" ${trusted(cls)}${trusted(where)}>${text}</text>`
}

type Stroke = { readonly dash?: string; readonly width?: number }
export const line = (d: string, colour: string, { dash, width }: Stroke = {}): Markup =>
  trusted(
    `<path d="${d}" fill="none" stroke="var(--${colour})"${width === undefined ? '' : ` stroke-width="${width}"`}${
      dash === undefined ? '' : ` stroke-dasharray="${dash}"`
    } stroke-linejoin="round"/>`,
  )

export const area = (d: string, colour: string, opacity?: number): Markup =>
  trusted(
    d === ''
      ? ''
      : `<path d="${d}" fill="var(--${colour})"${opacity === undefined ? '' : ` fill-opacity="${opacity}"`}/>`,
  )

export const box = (x: number, y: number, width: number, height: number, colour: string): Markup =>
  trusted(
    `<rect x="${at(x)}" y="${at(y)}" width="${at(Math.max(0, width))}" height="${at(height)}" fill="var(--${colour})"/>`,
  )

export const frame = (x: number, y: number, width: number, height: number, colour = 'line2'): Markup =>
  trusted(
    `<rect x="${at(x)}" y="${at(y)}" width="${at(Math.max(0, width))}" height="${at(height)}" fill="#fff" stroke="var(--${colour})" stroke-width=".6"/>`,
  )

export const dot = (x: number, y: number, colour = 'accent'): Markup =>
  trusted(`<circle cx="${at(x)}" cy="${at(y)}" r="2.2" fill="var(--${colour})"/>`)

/** Ground under a label that crosses lines: paper, a little translucent. */
export const paper = (x: number, y: number, width: number, height: number): Markup =>
  trusted(`<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="#fff" fill-opacity=".8"/>`)

/** Width of a 7.5 pt label in px. */
export const textWidth = (text: string): number => emWidth(text) * 10
