import { finished } from 'node:stream/promises'
import { Parser, type Options } from 'csv-parse'
import type { TablePart } from '../../services/ports/table-files.ts'
import type { TextSource } from './text-source.ts'

const delimiters = [',', '\t', '|', ';'] as const
type Delimiter = (typeof delimiters)[number]
const LOOK = 20
const PART = 500
/** Longer than any line of an export: a quote that never closes has swallowed what follows. */
const LONGEST = 1 << 18

const names = { ',': 'CSV', '\t': 'TSV', '|': 'CSV |', ';': 'CSV ;' } as const

export interface Separated {
  readonly delimiter: Delimiter
  readonly name: string
  /** Quotes are letters: an opening one never closes. */
  readonly plainQuotes: boolean
}

/** The separator that most of the first lines hold, and the most of it. */
const delimiterOf = (text: string): Delimiter => {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, LOOK)
  const score = (mark: string): number =>
    lines.reduce((sum, line) => sum + Math.min(50, line.split(mark).length - 1), 0)
  return delimiters.reduce((best, mark) => (score(mark) > score(best) ? mark : best))
}

const optionsOf = ({ delimiter, plainQuotes }: Separated): Options => ({
  delimiter,
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
  max_record_size: LONGEST,
  ...(plainQuotes ? { quote: null } : {}),
})

/** Cells of a text table; line ends may be CR, LF or both, quotes may be missing or stray. Throws at a quote that never closes. */
export async function* delimitedParts(source: TextSource, separated: Separated): AsyncGenerator<TablePart> {
  const parser = new Parser(optionsOf(separated))
  const ended = finished(parser)
  ended.catch(() => undefined)
  let rows: string[][] = []
  parser.on('data', (row: string[]) => void rows.push(row))
  for await (const { text, share } of source.text()) {
    if (text !== '') await new Promise<void>(resolve => parser.write(text, () => resolve()))
    if (parser.errored) throw parser.errored
    for (; rows.length >= PART; rows = rows.slice(PART)) yield { rows: rows.slice(0, PART), share }
  }
  parser.end()
  await ended
  if (rows.length > 0) yield { rows, share: 1 }
}

const closes = async (source: TextSource, separated: Separated): Promise<boolean> => {
  try {
    for await (const { rows } of delimitedParts(source, separated)) if (rows.length === 0) break
    return true
  } catch {
    return false
  }
}

/** How a text is to be read. An opening quote that never closes would swallow the rest of the file: then quotes are letters. */
export const separatedBy = async (source: TextSource): Promise<Separated> => {
  let start = ''
  let isQuoted = false
  for await (const { text } of source.text()) {
    if (start.length < 20_000) start += text
    isQuoted ||= text.includes('"')
  }
  const delimiter = delimiterOf(start)
  const own = { delimiter, name: names[delimiter], plainQuotes: false }
  return isQuoted && !(await closes(source, own)) ? { ...own, plainQuotes: true } : own
}
