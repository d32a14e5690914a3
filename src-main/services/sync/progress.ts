import type { SyncProgress } from '../../contract/sync.ts'
import { pullPlan, tierReady, type PullStep } from '../../domain/sync/pull-plan.ts'
import type { AppError } from '../../model/app-error.ts'
import type { Tier } from '../../model/levels.ts'
import type { Clock } from '../ports/clock.ts'
import type { SyncCursor } from '../ports/sync-tables.ts'
import type { PulledPage } from './pull.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Entry = Mutable<Omit<SyncProgress['streams'][number], 'here'>>

const nameOf = (step: PullStep): string => `${step.stream} ${step.tier}`

/** Counts what one sync does, for the screen and the report. */
export const progressOf = (clock: Clock, cursors: readonly SyncCursor[], onProgress: (p: SyncProgress) => void) => {
  const begun = clock.monotonic()
  const startedAt = clock.now()
  const known = new Map(cursors.map(c => [nameOf(c), c]))
  const entries = new Map(
    pullPlan().map((step): readonly [string, Entry] => [
      nameOf(step),
      { stream: step.stream, tier: step.tier as Tier | null, rows: 0, rejects: 0, done: false },
    ]),
  )
  let pushed = 0
  let state: SyncProgress['state'] = 'running'
  let error: SyncProgress['error'] = null
  let finishedAt: string | null = null

  // a tier that an earlier sync completed can be worked with while this one runs
  const isReady = (step: PullStep): boolean =>
    entries.get(nameOf(step))?.done === true || known.get(nameOf(step))?.completedAt != null
  const snapshot = (): SyncProgress => {
    const streams = [...entries.values()].map(entry => ({ ...entry, here: isReady(entry) }))
    return {
      state,
      startedAt,
      finishedAt,
      seconds: (clock.monotonic() - begun) / 1000,
      rows: streams.reduce((sum, s) => sum + s.rows, 0),
      rejects: streams.reduce((sum, s) => sum + s.rejects, 0),
      pushed,
      streams,
      tierReady: tierReady(isReady),
      error,
      nextAt: null,
    }
  }
  const tell = (): void => onProgress(snapshot())
  const finish = (end: SyncProgress['state'], fault: AppError | null): SyncProgress => {
    state = end
    finishedAt = clock.now()
    error = fault === null ? null : { code: fault.code, message: fault.message, hint: fault.hint }
    tell()
    return snapshot()
  }
  return {
    tell,
    finish,
    addPushed(count: number): void {
      pushed += count
      tell()
    },
    addPage(page: PulledPage): void {
      const entry = entries.get(nameOf(page))
      if (entry === undefined) return
      entry.rows += page.result.puts + page.result.deletes
      entry.rejects += page.result.rejects
      entry.done = !page.more
      tell()
    },
    /** Nothing new is there for these. */
    addKnown(steps: readonly PullStep[]): void {
      for (const step of steps) {
        const entry = entries.get(nameOf(step))
        if (entry !== undefined) entry.done = true
      }
      if (steps.length > 0) tell()
    },
    /** Everything is pulled again. */
    startOver(): void {
      known.clear()
      for (const entry of entries.values()) entry.done = false
      tell()
    },
  }
}
