import { el, joined, type Part } from '../markup/markup.ts'

/** Dates, report numbers and versions stay on one line: a browser would break them behind a hyphen. */
const WHOLE = /((?:[\p{L}\d]+-)+\d[\d.]*)/u

/** Running text whose dates and numbers are not torn apart. */
export const phrase = (text: string): Part =>
  joined(text.split(WHOLE).map((part, i) => (i % 2 === 1 ? el`<span class="nb">${part}</span>` : part)))
