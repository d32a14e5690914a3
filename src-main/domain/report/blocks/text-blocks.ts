import { el, joined, type Markup, type Part } from '../markup/markup.ts'
import { PT, PX, type Block } from './block.ts'
import { linesOf } from './measure.ts'
import { phrase } from './phrase.ts'

export const PAGE_WIDTH = 178

/** Title of a chapter with the lead that states the finding. */
export const titleBlock = (title: string, lead: string): Block => ({
  body: el`<h1 class="t">${title}</h1>${lead === '' ? null : el`<p class="lead t">${phrase(lead)}</p>`}`,
  height: 6 + 24 * PT * linesOf(title, 18, PAGE_WIDTH) + (lead === '' ? 0 : 17.5 * PT * linesOf(lead, 11, PAGE_WIDTH)),
  keep: true,
})

export const HEADING_HEIGHT = 15 * PT + 1.4 + 1.2 * PT

export const heading = (title: string, small: string): Markup =>
  el`<h2>${title}${small === '' ? null : el`<small>${small}</small>`}</h2>`

/** Section heading over a picture of known height in px. */
export const pictureBlock = (title: string, small: string, picture: Part, heightPx: number, gap = 1.6): Block => ({
  body: el`<section>${heading(title, small)}<div style="padding-top:${gap}mm">${picture}</div></section>`,
  height: HEADING_HEIGHT + gap + heightPx * PX,
})

export const textLinesHeight = (
  lines: readonly string[],
  size: number,
  leading: number,
  width: number,
  gap: number,
): number => lines.reduce((sum, text) => sum + linesOf(text, size, width) * leading * PT + gap, 0)

/** Section with a list of sentences. */
export const listBlock = (title: string, small: string, items: readonly string[], width = PAGE_WIDTH): Block => ({
  body: el`<section>${heading(title, small)}<ul class="list">${joined(items.map(i => el`<li>${phrase(i)}</li>`))}</ul></section>`,
  height: HEADING_HEIGHT + 1.4 + textLinesHeight(items, 8.5, 13, width - 5, 1.2),
})

/** Section that says why there is nothing. */
export const missingBlock = (title: string, small: string, reason: string, width = PAGE_WIDTH): Block => ({
  body: el`<section>${heading(title, small)}<p class="why">${phrase(reason)}</p></section>`,
  height: HEADING_HEIGHT + 1.6 + linesOf(reason, 8, width) * 12 * PT,
})

export type KeyFigure = {
  readonly name: string
  readonly value: string
  readonly tone: '' | 'up' | 'down'
  readonly under: string
}

export const keyFigures = (figures: readonly KeyFigure[]): Block => ({
  body: el`<dl class="kf n${figures.length}">${joined(
    figures.map(f => el`<div><dt>${f.name}</dt><dd class="${f.tone}">${f.value}</dd><p>${f.under}</p></div>`),
  )}</dl>`,
  height: 4 + 38 * PT + 1 * PT,
})

/** Labels and values in two columns. */
export const keyValues = (rows: readonly (readonly [string, string])[], wide = false): Markup =>
  el`<dl class="kv${wide ? ' wide' : ''}">${joined(rows.map(([k, v]) => el`<dt>${k}</dt><dd>${phrase(v)}</dd>`))}</dl>`

export const keyValuesHeight = (rows: readonly (readonly [string, string])[], width: number, wide = false): number =>
  2 +
  rows.reduce(
    (sum, [k, v]) => sum + Math.max(linesOf(v, 8, width - (wide ? 30 : 21)), linesOf(k, 8, wide ? 30 : 21)) * 13 * PT,
    0,
  )

/** Sections beside each other; widths in mm, `gap` mm between them. */
export const sideBySide = (widths: readonly number[], parts: readonly Block[], gap = 8): Block => ({
  body: el`<div class="side" style="column-gap:${gap}mm;grid-template-columns:${widths.map(w => `${w}mm`).join(' ')}">${joined(parts.map(p => el`<div>${p.body}</div>`))}</div>`,
  height: Math.max(...parts.map(p => p.height)),
})
