import { importFields, neededFields, type ImportKind, type ImportMapping } from '../../model/import/import-kind.ts'
import type { ImportPack } from '../../model/import/import-pack.ts'
import { isoDateOf } from './clean-date.ts'
import { looksLikeCode } from './clean-code.ts'
import { plain, readHeader } from './clean-text.ts'

/** Rows looked at for the head; exports put titles and account lines above it. */
const LOOK = 30

type NamedKind = Exclude<ImportKind, 'wideTrades' | 'market'>
const namedKinds = ['clients', 'holdings', 'trades', 'navs'] as const satisfies readonly NamedKind[]

/** Columns by field: the first synonym that is there wins; a column serves one field only. */
export const mapColumns = (header: readonly string[], kind: NamedKind, pack: ImportPack): ImportMapping => {
  const names = header.map(cell => readHeader(cell).name)
  const taken = new Set<number>()
  const columns: Record<string, readonly number[]> = {}
  for (const field of importFields[kind]) {
    const found = (pack.headers[kind][field] ?? []).flatMap(synonym => {
      const at = names.indexOf(synonym)
      return at < 0 || taken.has(at) ? [] : [at]
    })
    const kept = field === 'fee' ? withoutTwice(found, names) : found.slice(0, 1)
    for (const at of kept) taken.add(at)
    if (kept.length > 0) columns[field] = kept
  }
  return { kind, columns }
}

/** 佣金 holds 净佣金 already. */
const withoutTwice = (found: readonly number[], names: readonly string[]): readonly number[] =>
  names.includes('佣金') ? found.filter(at => names[at] !== '净佣金') : found

export const isComplete = ({ kind, columns }: ImportMapping): boolean =>
  neededFields[kind].every(group => group.some(field => columns[field] !== undefined))

const isWideHead = (row: readonly string[]): boolean => {
  const [first = '', ...rest] = row
  const codes = rest.filter(looksLikeCode).length
  return ['date', '日期', '交易日期'].includes(readHeader(first).name) && codes >= 2 && codes * 2 >= rest.length
}

export interface FoundHeader {
  /** Index of the head; -1 when there is none that is known. */
  readonly row: number
  readonly mapping: ImportMapping | null
}

/** The row that names the columns, and what they are. Of several kinds the one that names most columns wins. */
export const suggestMapping = (rows: readonly (readonly string[])[], pack: ImportPack): FoundHeader => {
  let best: { readonly row: number; readonly mapping: ImportMapping; readonly named: number } | null = null
  for (const [at, row] of rows.slice(0, LOOK).entries()) {
    if (isWideHead(row)) return { row: at, mapping: { kind: 'wideTrades', columns: { date: [0] } } }
    // a data row is no head, whatever stands in it
    if (row.some(cell => isoDateOf(cell) !== null)) continue
    for (const kind of namedKinds) {
      const mapping = mapColumns(row, kind, pack)
      const named = Object.values(mapping.columns).flat().length
      if (isComplete(mapping) && named > (best?.named ?? 0)) best = { row: at, mapping, named }
    }
  }
  return best === null ? { row: firstFull(rows), mapping: null } : { row: best.row, mapping: best.mapping }
}

/** The first row with as many filled cells as any other: what a person maps by hand. */
const firstFull = (rows: readonly (readonly string[])[]): number => {
  const filled = rows.slice(0, LOOK).map(row => row.filter(cell => plain(cell) !== '').length)
  return filled.indexOf(Math.max(...filled, 0))
}
