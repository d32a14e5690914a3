import { PT } from './block.ts'

/** Advance widths of Inter 400 with tabular figures in hundredths of an em, U+0020 to U+007E; Noto prints the hyphen. */
const ADVANCES = [
  27, 29, 47, 63, 64, 98, 64, 30, 39, 39, 65, 65, 27, 35, 27, 36, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 27, 27, 65,
  65, 65, 51, 97, 70, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90, 75, 76, 64, 76, 64, 64, 65, 74, 70, 101, 68, 68,
  63, 39, 32, 39, 47, 46, 32, 56, 61, 57, 61, 58, 33, 61, 59, 24, 24, 55, 24, 88, 59, 60, 61, 61, 39, 53, 33, 59, 56,
  82, 55, 56, 55, 39, 33, 39, 65,
] as const

const WIDE = 1
const OTHER = 0.66

const isWide = (code: number): boolean => code >= 0x2e80 || (code >= 0x2014 && code <= 0x201d) || code === 0x2026

const advance = (code: number): number =>
  code < 0x7f ? (ADVANCES[code - 0x20] ?? 0) / 100 : isWide(code) ? WIDE : OTHER

/** Width of a text in em, as it prints. */
export const emWidth = (text: string): number => {
  let width = 0
  for (const c of text) width += advance(c.codePointAt(0) ?? 0)
  return width
}

/** What a line may not begin with goes with what stands before it, what it may not end with with what follows. */
const TOKENS = /[（〔《「“(]*(?:[\u2e80-\u{2ffff}]|[^\s\u2e80-\u{2ffff}]+)[）〕》」”，。；：、！？]*\s*|\s+/gu

/** Half-bold text and a rounded layout are a little wider than the sum of the advances. */
const SPARE = 1.025

/** Lines of a text of `size` pt in `width` mm: words whole, Chinese between any two characters. */
export const linesOf = (text: string, size: number, width: number): number => {
  const room = width / (size * PT * SPARE)
  if (emWidth(text) <= room) return 1
  let lines = 1
  let used = 0
  for (const [token] of text.matchAll(TOKENS)) {
    const bare = emWidth(token.trimEnd())
    if (used > 0 && used + bare > room) {
      lines += 1
      used = 0
    }
    if (bare > room) lines += Math.ceil(bare / room) - 1
    used = bare > room ? bare % room : used + emWidth(token)
  }
  return lines
}

/** Text cut to `width` mm with "…", its end (share class, code) kept. */
export const cutText = (text: string, size: number, width: number, tail = 2): string => {
  const fits = (t: string) => emWidth(t) * size * PT * SPARE <= width
  if (fits(text)) return text
  const letters = Array.from(text)
  const end = tail === 0 ? '' : letters.slice(-tail).join('')
  let head = letters.slice(0, letters.length - tail)
  while (head.length > 1 && !fits(`${head.join('')}…${end}`)) head = head.slice(0, -1)
  return `${head.join('')}…${end}`
}
