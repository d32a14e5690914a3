import { fingerprint } from '../../domain/import/fingerprint.ts'
import type { ImportedRow } from '../../domain/import/import-context.ts'
import { marketTable } from '../../domain/import/market/market-layout.ts'
import { readMarket } from '../../domain/import/market/read-market.ts'
import { importOrder, readSheet, type SheetResult } from '../../domain/import/read-sheet.ts'
import { isComplete, suggestMapping } from '../../domain/import/suggest-mapping.ts'
import type { ImportRequest, ImportTable } from '../../contract/imports.ts'
import { AppError } from '../../model/app-error.ts'
import { ImportMapping, type ImportKind } from '../../model/import/import-kind.ts'
import type { ImportPack } from '../../model/import/import-pack.ts'
import type { SheetText } from '../../model/import/sheet-text.ts'
import type { ReadTx } from '../ports/store.ts'
import { importContext } from './import-context.ts'

/** Clients first: what follows names them. */
const kindOrder: readonly ImportKind[] = ['clients', 'holdings', 'trades', 'wideTrades', 'navs', 'market']

const rankOf = (kind: ImportKind | undefined): number =>
  kind === undefined ? kindOrder.length : kindOrder.indexOf(kind)

export interface ReadTable {
  readonly sheet: SheetText
  readonly index: number
  readonly headRow: number
  readonly mapping: ImportMapping | null
  readonly source: ImportTable['source']
  readonly result: SheetResult | null
}

export interface ReadSource {
  readonly tables: readonly ReadTable[]
  /** Rows of all tables, masters first. */
  readonly rows: readonly ImportedRow[]
}

/** A layout is its head: the same columns in the same order are the same export. */
export const layoutOf = (header: readonly string[]): string =>
  fingerprint(header.map(cell => cell.trim()).join('\u001F'))

type Remembered = Readonly<Record<string, unknown>>

/** Tables of market data are read together: one fund is spread over several. */
const readMarkets = (
  tx: ReadTx,
  found: readonly { readonly sheet: SheetText; readonly index: number; readonly mapping: ImportMapping | null }[],
  pack: ImportPack,
): ReadonlyMap<number, SheetResult> => {
  const own = found.flatMap(({ sheet, index, mapping }) => {
    const table = mapping?.kind === 'market' ? marketTable(sheet.rows[0] ?? [], pack) : null
    return table === null ? [] : [{ sheet, index, table }]
  })
  const results = readMarket(
    own,
    {
      fund: code => tx.funds.byKey(code),
      holdings: (fundId, date) => tx.fundHoldings.byKey(`${fundId}|${date}`),
    },
    pack,
  )
  return new Map(own.flatMap(({ index }, i) => (results[i] === undefined ? [] : [[index, results[i]] as const])))
}

const mappingOf = (
  sheet: SheetText,
  index: number,
  request: ImportRequest,
  remembered: Remembered,
  pack: ImportPack,
) => {
  if (marketTable(sheet.rows[0] ?? [], pack) !== null && !request.mappings.some(each => each.index === index))
    return { headRow: 0, mapping: { kind: 'market' as const, columns: {} }, source: 'known' as const }
  const found = suggestMapping(sheet.rows, pack)
  const header = sheet.rows[found.row] ?? []
  const chosen = request.mappings.find(each => each.index === index)
  if (chosen !== undefined) {
    if (chosen.mapping !== null && !isComplete(chosen.mapping))
      throw new AppError('invalidInput', 'the mapping lacks a column that is needed', {
        where: sheet.file,
        hint: 'map the fields that are marked, or leave the table out',
      })
    return { headRow: found.row, mapping: chosen.mapping, source: 'chosen' as const }
  }
  const kept = ImportMapping.safeParse(remembered[layoutOf(header)])
  if (kept.success) return { headRow: found.row, mapping: kept.data, source: 'remembered' as const }
  return {
    headRow: found.row,
    mapping: found.mapping,
    source: found.mapping === null ? ('none' as const) : ('known' as const),
  }
}

/** Every table with its mapping and its rows, read against the book as it is now. */
export const readSource = (
  tx: ReadTx,
  sheets: readonly SheetText[],
  request: ImportRequest,
  pack: ImportPack,
  remembered: Remembered,
  at: string,
): ReadSource => {
  if (request.clientId !== null && tx.clients.byKey(request.clientId) === null)
    throw new AppError('notFound', 'there is no such client in this book', {
      where: request.clientId,
      hint: 'check the client number',
    })
  const { context, learn } = importContext(tx, pack, request.clientId)
  const found = sheets.map((sheet, index) => ({ sheet, index, ...mappingOf(sheet, index, request, remembered, pack) }))
  const inOrder = found.toSorted((a, b) => rankOf(a.mapping?.kind) - rankOf(b.mapping?.kind) || a.index - b.index)
  const market = readMarkets(tx, found, pack)
  const tables = inOrder.map(({ sheet, headRow, mapping, ...rest }): ReadTable => {
    const published = market.get(rest.index)
    if (published !== undefined) return { sheet, headRow, mapping, ...rest, result: published }
    const result = mapping === null ? null : readSheet(sheet, headRow, mapping, context, at)
    if (result !== null) learn(result.rows)
    return { sheet, headRow, mapping, ...rest, result }
  })
  const byKey = new Map<string, ImportedRow>()
  for (const { result } of tables) for (const row of result?.rows ?? []) byKey.set(`${row.stream}|${row.key}`, row)
  const all = [...byKey.values()]
  return {
    tables: tables.toSorted((a, b) => a.index - b.index),
    rows: importOrder.flatMap(stream => all.filter(row => row.stream === stream)),
  }
}
