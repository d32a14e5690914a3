import type { FontCutter } from './font-cutter.ts'
import { latinRange } from './font-sources.ts'

/** Characters of the text of a page; entities of escaped text count as their characters. */
export const charactersOf = (html: string): ReadonlySet<number> => {
  const body = html.slice(html.indexOf('<body'))
  const points = new Set<number>()
  for (const c of `${body.replaceAll(/<[^>]*>/g, ' ')}&<>"'…—·0123456789`) points.add(c.codePointAt(0) ?? 32)
  points.delete(10)
  return points
}

/** The page with every weight cut to its characters and written into its head. */
export const embedFonts = async (html: string, cutters: readonly FontCutter[]): Promise<string> => {
  const points = charactersOf(html)
  const language = /^<!doctype html><html lang="([\w-]+)"/.exec(html)?.[1] ?? ''
  const faces: string[] = []
  for (const { source, cut } of cutters) {
    const font = await cut(points)
    const range = source.family === 'Inter' ? `unicode-range:${latinRange(language)};` : ''
    faces.push(
      `@font-face{font-family:"${source.family}";font-weight:${source.weight};${range}src:url(data:font/ttf;base64,${font.toString('base64')})}`,
    )
  }
  return html.replace('</head>', () => `<style>${faces.join('')}</style></head>`)
}
