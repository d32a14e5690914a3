import type { ImportTable } from '../../contract/imports.ts'
import type { ReadTable } from './read-source.ts'

const SHOWN_REJECTS = 100
const SAMPLES = 5

/** A table as the screen shows it before anything is written. */
export const tableView = ({ sheet, index, headRow, mapping, source, result }: ReadTable): ImportTable => ({
  index,
  file: sheet.file,
  sheet: sheet.sheet,
  format: sheet.format,
  header: sheet.rows[headRow] ?? [],
  samples: sheet.rows.slice(headRow + 1, headRow + 1 + SAMPLES),
  mapping,
  source,
  lines: result?.lines ?? Math.max(0, sheet.rows.length - headRow - 1),
  ready: result === null ? 0 : result.lines - result.duplicates - result.skipped - result.rejected,
  duplicates: result?.duplicates ?? 0,
  skipped: result?.skipped ?? 0,
  rejected: result?.rejected ?? 0,
  rejects: result?.rejects.slice(0, SHOWN_REJECTS) ?? [],
  notes: result?.notes.map(({ text, count, lines }) => ({ text, count, lines: [...lines] })) ?? [],
})
