import { parse } from 'csv-parse/sync'

const delimiters = [',', '\t', '|', ';'] as const
const LOOK = 20

const names = { ',': 'CSV', '\t': 'TSV', '|': 'CSV |', ';': 'CSV ;' } as const

/** The separator that most of the first lines hold, and the most of it. */
const delimiterOf = (text: string): (typeof delimiters)[number] => {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, LOOK)
  const score = (mark: string): number =>
    lines.reduce((sum, line) => sum + Math.min(50, line.split(mark).length - 1), 0)
  return delimiters.reduce((best, mark) => (score(mark) > score(best) ? mark : best))
}

/** Cells of a text table; line ends may be CR, LF or both, quotes may be missing or stray. */
export const readDelimited = (
  text: string,
): { readonly rows: readonly (readonly string[])[]; readonly separator: string } => {
  const delimiter = delimiterOf(text)
  const options = {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
  }
  // an opening quote that never closes would swallow the rest of the file: then quotes are letters
  try {
    return { rows: parse(text, options), separator: names[delimiter] }
  } catch {
    return { rows: parse(text, { ...options, quote: null }), separator: names[delimiter] }
  }
}
