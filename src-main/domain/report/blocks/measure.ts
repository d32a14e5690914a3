import { PT } from './block.ts'

/** Width of a text in em: Chinese 1, capitals and figures about .65, small letters .56, narrow ones less. */
export const emWidth = (text: string): number => {
  let width = 0
  for (const c of text) {
    const code = c.codePointAt(0) ?? 0
    width +=
      code >= 0x2e80 || (code >= 0x2014 && code <= 0x201d) || code === 0x2026
        ? 1
        : /[A-Z0-9+%@&#−]/.test(c)
          ? 0.66
          : /[ijlt.,:;|!'()[\] ]/.test(c)
            ? 0.34
            : 0.58
  }
  return width
}

/** Lines of a text of `size` pt in `width` mm; 4 % for the ragged edge. */
export const linesOf = (text: string, size: number, width: number): number =>
  Math.max(1, Math.ceil((emWidth(text) * size * PT * 1.04) / width))

/** Text cut to `width` mm with "…", its end (share class, code) kept. */
export const cutText = (text: string, size: number, width: number, tail = 2): string => {
  const fits = (t: string) => emWidth(t) * size * PT <= width
  if (fits(text)) return text
  const letters = Array.from(text)
  const end = tail === 0 ? '' : letters.slice(-tail).join('')
  let head = letters.slice(0, letters.length - tail)
  while (head.length > 1 && !fits(`${head.join('')}…${end}`)) head = head.slice(0, -1)
  return `${head.join('')}…${end}`
}
