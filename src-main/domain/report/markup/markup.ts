/** HTML or SVG that is safe to insert: everything in it was written here or escaped on its way in. */
export type Markup = { readonly markup: string }
export type Part = Markup | string | number | null | readonly Part[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Control characters and bidirectional overrides print nothing and can turn a line around; they are dropped. */
const INVISIBLE = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/gu

/** Text that needs no care: most of it. */
const PLAIN = /^[\x20!#-%(-;=?-~\u00A1-\u1FFF\u2100-\u2FFF\u3000-\uD7FF]*$/

/** Text as HTML text or attribute value; lone surrogates become U+FFFD. */
export const escapeText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replaceAll(/\p{Cs}/gu, '\uFFFD')
        .replaceAll(/[\n\t]/g, ' ')
        .replaceAll(INVISIBLE, '')
        .replaceAll(/[&<>"']/g, c => ENTITIES[c] ?? '')

const write = (part: Part): string => {
  if (part === null) return ''
  if (typeof part === 'string') return escapeText(part)
  if (typeof part === 'number') return String(part)
  if ('markup' in part) return part.markup
  return part.map(write).join('')
}

/** Template of markup: interpolated text is escaped, interpolated markup is not, lists are joined, null is nothing. */
export const el = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.reduce((all, piece, i) => all + piece + (i < parts.length ? write(parts[i] ?? null) : ''), ''),
})

/** Markup that was written by hand and holds no foreign text. */
export const trusted = (markup: string): Markup => ({ markup })

export const EMPTY: Markup = { markup: '' }
export const joined = (parts: readonly Part[]): Markup => ({ markup: parts.map(write).join('') })
