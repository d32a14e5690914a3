import type { BatchItem, BatchRow, BatchWish } from '../../contract/batches.ts'
import { AppError } from '../../model/app-error.ts'
import type { BatchItemRecord, BatchRecord } from '../ports/batch-tables.ts'
import type { Chance } from '../ports/clock.ts'
import { makeReport, type KeepToo, type ReportTools } from '../reports/make-report.ts'
import { readSettings } from '../settings/settings.ts'
import { toAppError } from '../sync/to-app-error.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { batchRow, bodyOf, faultOf, parseFault, withOther } from './batch-body.ts'
import { startBatch } from './start-batch.ts'

export interface BatchParts {
  readonly tools: ReportTools
  readonly chance: Chance
  /** Lets the calls of the window in between two reports. */
  readonly breathe: () => Promise<void>
  readonly log: (fault: unknown) => void
}

/** What stops every report alike: the batch pauses instead of failing one after the other. */
const STOPPING: ReadonlySet<string> = new Set(['diskFull', 'locked', 'databaseCorrupt'])
/** One page may be the printer's fault; this many in a row are the printer's. */
const PRINTER_FAULTS = 3
const LISTED = 100

interface Run {
  readonly workspace: Workspace
  readonly id: string
  readonly stop: AbortController
  readonly taken: Set<number>
  readonly begun: number
  made: number
  printerFaults: number
}

/** Makes the reports of batches, one batch at a time, as many reports at once as the printer has pages. */
export class Batches {
  readonly #parts: BatchParts
  #workspace: Workspace | null = null
  #run: Run | null = null
  readonly #followers = new Set<() => void>()

  constructor(parts: BatchParts) {
    this.#parts = parts
  }

  /** A book was opened: what was running goes on where the program stays open, else when one is started. */
  begin(workspace: Workspace, goOn: boolean): void {
    this.#workspace = workspace
    if (goOn) this.#goOn()
  }

  /** The book is being closed: what is under way is dropped, touches the store no more, and is made again the next time. */
  leave(): void {
    this.#workspace = null
    this.#run?.stop.abort()
    this.#wake()
  }

  start(wish: BatchWish): BatchRow {
    const workspace = this.#opened()
    const id = startBatch(workspace, { clock: this.#parts.tools.clock, chance: this.#parts.chance }, wish)
    this.#goOn()
    return this.row(id)
  }

  list(): BatchRow[] {
    return this.#opened()
      .store.read(tx => tx.batches.all(LISTED))
      .map(record => this.#asRow(record))
  }

  row(id: string): BatchRow {
    return this.#asRow(this.#record(id))
  }

  items(id: string): BatchItem[] {
    const workspace = this.#opened()
    const { kind } = bodyOf(this.#record(id))
    const clients = workspace.book().byId
    const funds = workspace.market().funds
    const nameOf = (subject: string): string =>
      (kind === 'account' ? clients.get(subject)?.client.name : funds.get(subject)?.name) ?? subject
    return workspace.store
      .read(tx => tx.batches.items(id))
      .map(({ number, subject, state, reportId, fault }) => ({
        number,
        subject,
        name: nameOf(subject),
        state,
        reportId,
        fault: parseFault(fault),
      }))
  }

  pause(id: string): BatchRow {
    return this.#change(id, ['running'], 'paused')
  }

  resume(id: string): BatchRow {
    return this.#change(id, ['paused', 'cancelled'], 'running')
  }

  cancel(id: string): BatchRow {
    return this.#change(id, ['running', 'paused'], 'cancelled')
  }

  retry(id: string): BatchRow {
    const failed = this.#opened().store.write(tx => tx.batches.retry(id))
    if (failed === 0) throw new AppError('invalidInput', 'no report of this batch failed', { where: id })
    return this.#change(id, ['running', 'paused', 'cancelled', 'done'], 'running')
  }

  /** The batch after each report, until it runs no more. */
  async *follow(id: string, signal: AbortSignal | undefined): AsyncGenerator<BatchRow> {
    let turn = Promise.withResolvers<void>()
    const wake = (): void => turn.resolve()
    this.#followers.add(wake)
    signal?.addEventListener('abort', wake)
    try {
      for (;;) {
        const row = this.row(id)
        yield row
        if (row.state !== 'running') return
        await turn.promise
        if (signal?.aborted === true) return
        turn = Promise.withResolvers<void>()
      }
    } finally {
      this.#followers.delete(wake)
    }
  }

  #opened(): Workspace {
    if (this.#workspace === null) throw new AppError('locked', 'no book is open', { hint: 'unlock the workstation' })
    return this.#workspace
  }

  #record(id: string): BatchRecord {
    const record = this.#opened().store.read(tx => tx.batches.byId(id))
    if (record === null)
      throw new AppError('notFound', 'this batch is not here', { where: id, hint: 'start a new one' })
    return record
  }

  #asRow(record: BatchRecord): BatchRow {
    const counts = this.#opened().store.read(tx => tx.batches.counts(record.id))
    const run = this.#run?.id === record.id ? this.#run : null
    const seconds = run === null ? 0 : (this.#parts.tools.clock.monotonic() - run.begun) / 1000
    return batchRow(record, counts, run === null || run.made === 0 ? null : (seconds / run.made) * counts.waiting)
  }

  #change(id: string, from: readonly BatchRecord['state'][], to: BatchRecord['state']): BatchRow {
    const record = this.#record(id)
    if (from.includes(record.state)) {
      this.#put({ ...record, state: to, body: { ...bodyOf(record), stopped: null } })
      if (to === 'running') this.#goOn()
      else if (this.#run?.id === id) this.#run.stop.abort()
    }
    return this.row(id)
  }

  #put(record: BatchRecord): void {
    this.#opened().store.write(tx => tx.batches.put(record))
    this.#wake()
  }

  #wake(): void {
    for (const wake of this.#followers) wake()
  }

  /** Takes up the oldest running batch, unless one is being made or no book is open. */
  #goOn(): void {
    const workspace = this.#workspace
    if (this.#run !== null || workspace === null) return
    const next = workspace.store.read(tx => tx.batches.running())
    if (next === null) return
    const run: Run = {
      workspace,
      id: next.id,
      stop: new AbortController(),
      taken: new Set(),
      begun: this.#parts.tools.clock.monotonic(),
      made: 0,
      printerFaults: 0,
    }
    this.#run = run
    void this.#make(run, next).then(() => {
      this.#run = null
      this.#goOn()
    })
  }

  async #make(run: Run, record: BatchRecord): Promise<void> {
    let fault: AppError | null = null
    const lane = async (): Promise<void> => {
      for (let item = this.#take(run); item !== null; item = this.#take(run)) {
        await this.#parts.breathe()
        if (run.stop.signal.aborted) return
        const failure = await this.#one(run, record, item)
        if (failure === null) continue
        fault ??= failure
        run.stop.abort()
      }
    }
    try {
      const lanes = this.#parts.tools.printer(readSettings(run.workspace.store).printing).parallel
      await Promise.all(Array.from({ length: lanes }, lane))
    } catch (error) {
      fault = toAppError(error)
    }
    this.#finish(run, fault)
  }

  #take(run: Run): BatchItemRecord | null {
    if (run.stop.signal.aborted) return null
    const waiting = run.workspace.store.read(tx => tx.batches.waiting(run.id, run.taken.size + 1))
    const item = waiting.find(each => !run.taken.has(each.number)) ?? null
    if (item !== null) run.taken.add(item.number)
    return item
  }

  /** One report; what came of it is written down. A fault that would stop the others too is handed back. */
  async #one(run: Run, record: BatchRecord, item: BatchItemRecord): Promise<AppError | null> {
    const { kind, edition, locale } = bodyOf(record)
    const request = { kind, subject: item.subject, edition, locale }
    const keep: KeepToo = (tx, row) => {
      tx.batches.putItem(run.id, { ...item, state: 'made', reportId: row.id })
      const now = row.instead === null ? null : tx.batches.byId(run.id)
      if (now !== null && row.instead !== null) tx.batches.put(withOther(now, row.instead))
    }
    try {
      for await (const step of makeReport(run.workspace, this.#parts.tools, request, run.stop.signal, keep))
        if (step.kind === 'done') run.made += 1
      run.printerFaults = 0
    } catch (error) {
      if (run.stop.signal.aborted) return null
      const fault = toAppError(error)
      if (fault.code === 'internal') this.#parts.log(fault)
      if (STOPPING.has(fault.code)) return fault
      run.workspace.store.write(tx =>
        tx.batches.putItem(run.id, { ...item, state: 'failed', fault: JSON.stringify(faultOf(fault)) }),
      )
      run.printerFaults = fault.code === 'printerFault' ? run.printerFaults + 1 : 0
      if (run.printerFaults >= PRINTER_FAULTS) return fault
    } finally {
      run.taken.delete(item.number)
      this.#wake()
    }
    return null
  }

  #finish(run: Run, fault: AppError | null): void {
    if (this.#workspace !== run.workspace) return
    const record = this.#record(run.id)
    const { waiting } = run.workspace.store.read(tx => tx.batches.counts(run.id))
    if (fault !== null) this.#put({ ...record, state: 'paused', body: { ...bodyOf(record), stopped: faultOf(fault) } })
    else if (waiting === 0 && record.state === 'running') this.#put({ ...record, state: 'done' })
  }
}
