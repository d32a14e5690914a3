import type { ImportCount, ImportOutcome, ImportPreview, ImportRequest, ImportStep } from '../../contract/imports.ts'
import { importOrder } from '../../domain/import/read-sheet.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { AppError } from '../../model/app-error.ts'
import type { ImportPack } from '../../model/import/import-pack.ts'
import type { SheetHead } from '../../model/import/sheet-text.ts'
import type { Chance, Clock } from '../ports/clock.ts'
import type { ImportStage, OpenImportStage } from '../ports/import-stage.ts'
import type { Store } from '../ports/store.ts'
import type { TableFiles } from '../ports/table-files.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { compareRows } from './compare-rows.ts'
import { readSource, type ReadTable } from './read-source.ts'
import { rememberMappings, rememberedMappings } from './remembered-mappings.ts'
import { tableView } from './table-view.ts'
import { undoImport, type UndoParts, type UndoStop } from './undo-import.ts'
import { asOutcome, writeImport } from './write-import.ts'

export interface ImportParts {
  readonly files: TableFiles
  readonly openStage: OpenImportStage
  readonly pack: ImportPack
  readonly clock: Clock
  readonly chance: Chance
  readonly breathe: () => Promise<void>
  readonly log: (fault: unknown) => void
  /** Keeps the screens from asking again after every step, until the answer is called. */
  readonly holdNews: () => () => void
}

const LISTED = 100

interface Source {
  readonly id: string
  readonly paths: readonly string[]
  heads: readonly SheetHead[] | null
}

/** What was read under a request, ready to be written. */
interface Staged {
  readonly request: string
  readonly stage: ImportStage
  readonly tables: readonly ReadTable[]
  readonly counts: readonly ImportCount[]
}

/** Chosen files on their way into the book: looked at first, then written, and taken back whole. One at a time. */
export class Imports {
  readonly #parts: ImportParts
  #source: Source | null = null
  #staged: Staged | null = null
  #stop: AbortController | null = null
  #settled: Promise<void> = Promise.resolve()

  constructor(parts: ImportParts) {
    this.#parts = parts
  }

  /** Takes back what an earlier run of the program did not finish. */
  begin(store: Store): void {
    this.#settled = this.#settle(store).catch(this.#parts.log)
  }

  /** Settled when that is done; other work waits for it. */
  settled(): Promise<void> {
    return this.#settled
  }

  /** The files are read with the first preview. */
  open(paths: readonly string[]): string {
    this.#forget()
    this.#source = { id: this.#parts.chance.id(), paths, heads: null }
    return this.#source.id
  }

  /** Forgets what was read; called when the book is closed. */
  close(): void {
    this.#halt('closed')
    this.#forget()
    this.#source = null
  }

  cancel(): void {
    this.#halt('stopped')
  }

  preview(workspace: Workspace, request: ImportRequest): AsyncGenerator<ImportStep> {
    return this.#job(async function* (imports, signal) {
      const { tables, counts } = yield* imports.#stage(workspace, request, signal)
      const preview: ImportPreview = { tables: tables.map(tableView), counts: [...counts] }
      yield { kind: 'preview', preview }
    })
  }

  apply(workspace: Workspace, request: ImportRequest): AsyncGenerator<ImportStep> {
    if (workspace.demo)
      throw new AppError('invalidInput', 'the demo book is not protected and cannot hold real clients', {
        hint: 'start the workstation with another data folder, then import',
      })
    return this.#job(async function* (imports, signal) {
      const staged = yield* imports.#stage(workspace, request, signal)
      if (staged.stage.count() === 0)
        throw new AppError('invalidInput', 'nothing in these files can be imported', {
          hint: 'look at the rejects, or map the columns',
        })
      yield* imports.#write(workspace, staged, signal)
    })
  }

  list(workspace: Workspace): ImportOutcome[] {
    return workspace.store.read(tx => tx.imports.all(LISTED).flatMap(record => asOutcome(record) ?? []))
  }

  /** Taken back whole, or, when it is stopped, not at all. */
  undo(workspace: Workspace, id: string): AsyncGenerator<ImportStep> {
    const { store } = workspace
    return this.#job(async function* (imports, signal) {
      let isSettled = false
      try {
        const done = yield* undoImport(imports.#undoParts(store), id, signal)
        isSettled = true
        workspace.recordCells()
        yield { kind: 'undone', ...done }
      } catch (error) {
        isSettled = true
        throw error
      } finally {
        // nobody listens any more: the window is gone
        if (!isSettled) await imports.#settle(store)
      }
    })
  }

  #halt(reason: UndoStop): void {
    this.#stop?.abort(reason)
  }

  #undoParts(store: Store): UndoParts {
    const { clock, breathe } = this.#parts
    return { store, breathe, at: clock.now() }
  }

  /** One piece of work at a time; a cancelled one ends as such. */
  async *#job(work: (imports: Imports, signal: AbortSignal) => AsyncGenerator<ImportStep>): AsyncGenerator<ImportStep> {
    if (this.#stop !== null)
      throw new AppError('busy', 'another import is running', { hint: 'wait for its end, or cancel it' })
    const stop = new AbortController()
    this.#stop = stop
    const tellNews = this.#parts.holdNews()
    try {
      await this.#settled
      yield* work(this, stop.signal)
    } catch (error) {
      if (!stop.signal.aborted || !(error instanceof AppError) || error.code !== 'cancelled') throw error
      yield { kind: 'cancelled' }
    } finally {
      this.#stop = null
      tellNews()
    }
  }

  async *#stage(workspace: Workspace, request: ImportRequest, signal: AbortSignal): AsyncGenerator<ImportStep, Staged> {
    const source = this.#source
    if (source === null || source.id !== request.source)
      throw new AppError('notFound', 'these files are no longer open', { hint: 'choose them again' })
    const asked = JSON.stringify(request)
    if (this.#staged?.request === asked) return this.#staged
    this.#forget()
    const { files, openStage, pack, breathe, clock } = this.#parts
    const { store } = workspace
    const reader = files.reader()
    const stage = openStage(importOrder)
    const stop = (): void => reader.close()
    signal.addEventListener('abort', stop)
    try {
      yield { kind: 'opening' }
      source.heads ??= await reader.heads(source.paths)
      const professionals = packInForce(workspace.rules.suitability, workspace.today())
      const parts = { store, reader, stage, pack, professionals, breathe, at: clock.now() }
      const tables = yield* readSource(parts, source.heads, request, store.read(rememberedMappings))
      const counts = yield* compareRows(store, stage, breathe, signal)
      this.#staged = { request: asked, stage, tables, counts }
      return this.#staged
    } finally {
      signal.removeEventListener('abort', stop)
      reader.close()
      if (this.#staged?.stage !== stage) stage.close()
    }
  }

  async *#write(workspace: Workspace, staged: Staged, signal: AbortSignal): AsyncGenerator<ImportStep> {
    const { clock, chance, breathe } = this.#parts
    const { store } = workspace
    const made = { id: chance.id(), at: clock.now() }
    let isSettled = false
    try {
      const outcome = yield* writeImport({ store, stage: staged.stage, breathe }, staged.tables, made, signal)
      store.write(tx => rememberMappings(tx, staged.tables))
      this.#forget()
      this.#source = null
      isSettled = true
      workspace.recordCells()
      yield { kind: 'written', outcome }
    } catch (error) {
      if (!isSettled) yield* undoImport(this.#undoParts(store), made.id, null)
      isSettled = true
      this.#forget()
      throw error
    } finally {
      // nobody listens any more: the window is gone
      if (!isSettled) await this.#settle(store)
    }
  }

  async #settle(store: Store): Promise<void> {
    const { breathe } = this.#parts
    for (const { id } of store.read(tx => tx.imports.unfinished())) {
      const steps = undoImport(this.#undoParts(store), id, null)
      while ((await steps.next()).done !== true) await breathe()
    }
  }

  #forget(): void {
    this.#staged?.stage.close()
    this.#staged = null
  }
}
