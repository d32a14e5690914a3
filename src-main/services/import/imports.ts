import type { ImportCount, ImportOutcome, ImportPreview, ImportRequest, ImportTable } from '../../contract/imports.ts'
import { AppError } from '../../model/app-error.ts'
import type { ImportPack } from '../../model/import/import-pack.ts'
import type { SheetText } from '../../model/import/sheet-text.ts'
import type { Chance, Clock } from '../ports/clock.ts'
import type { ReadTx } from '../ports/store.ts'
import type { TableFiles } from '../ports/table-files.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { asOutcome, writeImport } from './write-import.ts'
import { layoutOf, readSource, type ReadSource, type ReadTable } from './read-source.ts'
import { currentRow, isSame, rowToWrite, type ImportStream } from './row-access.ts'
import { undoImport } from './undo-import.ts'

export interface ImportParts {
  readonly files: TableFiles
  readonly pack: ImportPack
  readonly clock: Clock
  readonly chance: Chance
}

const REMEMBERED = 'importMappings'
const KEPT_LAYOUTS = 200
const SHOWN_REJECTS = 100
const SAMPLES = 5
const LISTED = 100

/** Chosen files on their way into the book: looked at first, then written in one transaction, and taken back whole. */
export class Imports {
  readonly #parts: ImportParts
  readonly #sources = new Map<string, readonly SheetText[]>()

  constructor(parts: ImportParts) {
    this.#parts = parts
  }

  /** Reads the files once; the answer names what was read. */
  async open(paths: readonly string[]): Promise<string> {
    const source = this.#parts.chance.id()
    const sheets = await this.#parts.files.read(paths)
    // one at a time: files of a whole book are large
    this.#sources.clear()
    this.#sources.set(source, sheets)
    return source
  }

  /** Forgets what was read; called when the book is closed. */
  close(): void {
    this.#sources.clear()
  }

  preview(workspace: Workspace, request: ImportRequest): ImportPreview {
    return workspace.store.read(tx => {
      const read = this.#read(tx, request)
      return { tables: read.tables.map(tableView), counts: countRows(tx, read) }
    })
  }

  apply(workspace: Workspace, request: ImportRequest): ImportOutcome {
    if (workspace.demo)
      throw new AppError('invalidInput', 'the demo book is not protected and cannot hold real clients', {
        hint: 'start the workstation with another data folder, then import',
      })
    const at = this.#parts.clock.now()
    const id = this.#parts.chance.id()
    const outcome = workspace.store.write(tx => {
      const read = this.#read(tx, request)
      if (read.rows.length === 0)
        throw new AppError('invalidInput', 'nothing in these files can be imported', {
          hint: 'look at the rejects, or map the columns',
        })
      this.#remember(tx, read)
      return writeImport(tx, read, id, at)
    })
    this.#sources.delete(request.source)
    workspace.recordCells()
    return outcome
  }

  list(workspace: Workspace): ImportOutcome[] {
    return workspace.store.read(tx => tx.imports.all(LISTED).flatMap(record => asOutcome(record) ?? []))
  }

  undo(workspace: Workspace, id: string): { readonly restored: number; readonly kept: number } {
    const done = workspace.store.write(tx => undoImport(tx, id, this.#parts.clock.now()))
    workspace.recordCells()
    return done
  }

  #read(tx: ReadTx, request: ImportRequest): ReadSource {
    const sheets = this.#sources.get(request.source)
    if (sheets === undefined)
      throw new AppError('notFound', 'these files are no longer open', { hint: 'choose them again' })
    return readSource(tx, sheets, request, this.#parts.pack, remembered(tx), this.#parts.clock.now())
  }

  /** The mappings that were used, under their layouts, the newest last. */
  #remember(tx: Parameters<Parameters<Workspace['store']['write']>[0]>[0], read: ReadSource): void {
    const used = read.tables.flatMap(({ sheet, headRow, mapping }) =>
      mapping === null ? [] : [[layoutOf(sheet.rows[headRow] ?? []), mapping] as const],
    )
    const names = new Set(used.map(([name]) => name))
    const kept = Object.entries(remembered(tx)).filter(([name]) => !names.has(name))
    tx.settings.set(REMEMBERED, Object.fromEntries([...kept, ...used].slice(-KEPT_LAYOUTS)))
  }
}

const remembered = (tx: Pick<ReadTx, 'settings'>): Readonly<Record<string, unknown>> => {
  const found = tx.settings.get(REMEMBERED)
  return typeof found === 'object' && found !== null ? (found as Readonly<Record<string, unknown>>) : {}
}

const tableView = ({ sheet, index, headRow, mapping, source, result }: ReadTable): ImportTable => {
  const rejected = result?.rejects.length ?? 0
  return {
    index,
    file: sheet.file,
    sheet: sheet.sheet,
    format: sheet.format,
    header: sheet.rows[headRow] ?? [],
    samples: sheet.rows.slice(headRow + 1, headRow + 1 + SAMPLES),
    mapping,
    source,
    lines: result?.lines ?? Math.max(0, sheet.rows.length - headRow - 1),
    ready: result === null ? 0 : result.lines - result.duplicates - result.skipped - rejected,
    duplicates: result?.duplicates ?? 0,
    skipped: result?.skipped ?? 0,
    rejected,
    rejects: result?.rejects.slice(0, SHOWN_REJECTS) ?? [],
  }
}

const countRows = (tx: ReadTx, read: ReadSource): ImportCount[] => {
  const counts = new Map<ImportStream, { added: number; changed: number; same: number }>()
  for (const each of read.rows) {
    const stream = each.stream as ImportStream
    const count = counts.get(stream) ?? { added: 0, changed: 0, same: 0 }
    const current = currentRow(tx, stream, each.key)
    if (current === null) count.added++
    else if (isSame(current, rowToWrite(each, current))) count.same++
    else count.changed++
    counts.set(stream, count)
  }
  return Array.from(counts, ([stream, count]) => ({ stream, ...count }))
}
