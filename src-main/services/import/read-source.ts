import type { RejectedRow } from '../../domain/import/import-context.ts'
import { marketTable, type MarketTable } from '../../domain/import/market/market-layout.ts'
import { readMarket } from '../../domain/import/market/read-market.ts'
import { joinedRow, sheetReader, type LineNote } from '../../domain/import/read-sheet.ts'
import type { ImportRequest, ImportStep } from '../../contract/imports.ts'
import { AppError } from '../../model/app-error.ts'
import type { ImportKind } from '../../model/import/import-kind.ts'
import type { ImportPack } from '../../model/import/import-pack.ts'
import type { SheetHead, SheetText } from '../../model/import/sheet-text.ts'
import type { ProfessionalRules } from '../../model/suitability-pack.ts'
import type { ImportStage } from '../ports/import-stage.ts'
import type { Store } from '../ports/store.ts'
import type { TableReader } from '../ports/table-files.ts'
import { chooseMapping, type MappedTable, type Remembered } from './choose-mapping.ts'
import { importContext, type LearningContext } from './import-context.ts'

/** Clients first: what follows names them. */
const kindOrder: readonly ImportKind[] = ['clients', 'holdings', 'trades', 'wideTrades', 'navs', 'market']
/** Rejects that are kept of a table; the counts are those of all. */
const KEPT_REJECTS = 1000

const rankOf = (kind: ImportKind | undefined): number =>
  kind === undefined ? kindOrder.length : kindOrder.indexOf(kind)

/** What the lines of a table were. */
export interface TableResult {
  readonly lines: number
  readonly duplicates: number
  readonly skipped: number
  readonly rejected: number
  /** The first of them. */
  readonly rejects: readonly RejectedRow[]
  readonly notes: readonly LineNote[]
}

export interface ReadTable extends MappedTable {
  readonly result: TableResult | null
}

export interface ReadParts {
  readonly store: Store
  readonly reader: TableReader
  readonly stage: ImportStage
  readonly pack: ImportPack
  readonly professionals: ProfessionalRules | null
  readonly breathe: () => Promise<void>
  /** UTC instant of the import. */
  readonly at: string
}

type Steps<T> = AsyncGenerator<ImportStep, T>

/** The lines of one table, part by part, onto the stage. */
async function* readTable(parts: ReadParts, table: MappedTable, learning: LearningContext): Steps<TableResult | null> {
  const { stage, reader, at, breathe } = parts
  const { sheet, index, headRow, mapping } = table
  if (mapping === null) return null
  const start = { file: sheet.file, header: sheet.rows[headRow] ?? [], headRow }
  const lines = sheetReader(start, mapping, learning.context, at, line => stage.isNew(index, line))
  const rejects: RejectedRow[] = []
  let rejected = 0
  for await (const part of reader.rows(sheet.place)) {
    const read = lines.read(part.rows)
    learning.learn(read.rows)
    stage.put(index, read.rows, joinedRow)
    rejected += read.rejects.length
    rejects.push(...read.rejects.slice(0, KEPT_REJECTS - rejects.length))
    yield { kind: 'reading', file: sheet.file, rows: lines.counts().lines, share: part.share }
    await breathe()
  }
  learning.endTable()
  return { ...lines.counts(), rejected, rejects }
}

/** Tables of market data are read together: one fund is spread over several. */
async function* readMarkets(parts: ReadParts, found: readonly MappedTable[]): Steps<ReadonlyMap<number, TableResult>> {
  const { store, reader, stage, pack, breathe } = parts
  const own: { readonly sheet: SheetText; readonly index: number; readonly table: MarketTable }[] = []
  for (const { sheet, index } of found) {
    const table = marketTable(sheet.rows[0] ?? [], pack)
    if (table === null) continue
    const rows: (readonly string[])[] = []
    for await (const part of reader.rows(sheet.place)) {
      rows.push(...part.rows)
      yield { kind: 'reading', file: sheet.file, rows: rows.length, share: part.share }
      await breathe()
    }
    own.push({ sheet: { ...sheet, rows }, index, table })
  }
  const results = store.read(tx =>
    readMarket(
      own,
      {
        fund: code => tx.funds.byKey(code),
        holdings: (fundId, date) => tx.fundHoldings.byKey(`${fundId}|${date}`),
      },
      pack,
    ),
  )
  const counted = new Map<number, TableResult>()
  for (const [i, { rows, rejects, ...counts }] of results.entries()) {
    const index = own[i]?.index ?? 0
    stage.put(index, rows, (_, row) => row)
    counted.set(index, { ...counts, rejected: rejects.length, rejects: rejects.slice(0, KEPT_REJECTS) })
    await breathe()
  }
  return counted
}

/** Every table with its mapping; its rows go onto the stage, read against the book as it is now. */
export async function* readSource(
  parts: ReadParts,
  heads: readonly SheetHead[],
  request: ImportRequest,
  remembered: Remembered,
): Steps<readonly ReadTable[]> {
  const { store, stage, pack } = parts
  const { clientId } = request
  if (clientId !== null && store.read(tx => tx.clients.byKey(clientId)) === null)
    throw new AppError('notFound', 'there is no such client in this book', {
      where: clientId,
      hint: 'check the client number',
    })
  const learning = importContext(store, stage, parts, clientId)
  const found = heads.map((sheet, index) => chooseMapping(sheet, index, request, remembered, pack))
  const inOrder = found.toSorted((a, b) => rankOf(a.mapping?.kind) - rankOf(b.mapping?.kind) || a.index - b.index)
  const tables: ReadTable[] = []
  for (const table of inOrder.filter(each => each.mapping?.kind !== 'market'))
    tables.push({ ...table, result: yield* readTable(parts, table, learning) })
  const markets = inOrder.filter(each => each.mapping?.kind === 'market')
  const counted = yield* readMarkets(parts, markets)
  for (const table of markets) tables.push({ ...table, result: counted.get(table.index) ?? null })
  return tables.toSorted((a, b) => a.index - b.index)
}
