import type { SyncProgress } from '../../contract/sync.ts'
import { syncSchema, type HeadOfficeStatus } from '../../model/head-office-status.ts'
import { PUBLIC_URL } from '../reports/reply-invite.ts'
import { UpstreamError } from '../ports/upstream.ts'
import { progressOf } from './progress.ts'
import { pull } from './pull.ts'
import { pushOutbox } from './push-outbox.ts'
import { defaultSyncLimits, type SyncDeps, type SyncLimits } from './sync-deps.ts'
import { toAppError } from './to-app-error.ts'
import { withRetries } from './with-retries.ts'

export interface SyncOptions {
  readonly onProgress?: (progress: SyncProgress) => void
  readonly signal?: AbortSignal
  readonly limits?: Partial<SyncLimits>
}

/**
 * One sync: what the advisor wrote is pushed first, then the book is pulled by tier. It can be stopped at any page and goes on there.
 * The outcome is a value: `done`, `cancelled`, or `stopped` with the reason.
 */
export const syncOnce = async (deps: SyncDeps, options: SyncOptions = {}): Promise<SyncProgress> => {
  const limits = { ...defaultSyncLimits, ...options.limits }
  const signal = options.signal ?? new AbortController().signal
  const cursors = deps.store.read(tx => tx.sync.cursors())
  const progress = progressOf(deps.clock, cursors, options.onProgress ?? (() => undefined))
  progress.tell()
  const endKeeping = deps.store.keepLogShort()
  try {
    const status = await withRetries(deps, limits.attempts, signal, () => deps.upstream.status(signal))
    if (status.schemaVersion > syncSchema) throw new UpstreamError('schemaNewer', { version: status.schemaVersion })
    keepPublicUrl(deps, status.publicUrl)
    const isRestored = meetEpoch(deps, status.epoch)
    if (isRestored) progress.startOver()
    progress.addPushed(await pushOutbox(deps, limits, signal))
    await pullOrStartOver(deps, limits, status, isRestored, signal, progress)
    await endKeeping()
    deps.store.compactLog()
    return progress.finish('done', null)
  } catch (error) {
    const fault = toAppError(error)
    return progress.finish(fault.code === 'cancelled' ? 'cancelled' : 'stopped', fault)
  } finally {
    await endKeeping()
  }
}

/** Reports that are made without a network print it. */
const keepPublicUrl = ({ store }: SyncDeps, url: string | null): void => {
  if (url !== null && store.read(tx => tx.settings.get(PUBLIC_URL)) !== url)
    store.write(tx => tx.settings.set(PUBLIC_URL, url), 'page')
}

/** True when head office is not the one that our cursors are from. */
const meetEpoch = ({ store }: SyncDeps, epoch: string): boolean => {
  const known = store.read(tx => tx.sync.epoch())
  if (known === epoch) return false
  store.write(tx => (known === null ? tx.sync.setEpoch(epoch) : tx.sync.startOver(epoch)))
  return known !== null
}

/** Cursors that head office no longer knows are given up once; a second refusal is reported. */
const pullOrStartOver = async (
  deps: SyncDeps,
  limits: SyncLimits,
  told: HeadOfficeStatus,
  isFresh: boolean,
  signal: AbortSignal,
  progress: ReturnType<typeof progressOf>,
): Promise<void> => {
  try {
    await pull(deps, limits, told, signal, progress)
  } catch (error) {
    if (isFresh || !(error instanceof UpstreamError) || error.code !== 'cursorUnknown') throw error
    const status = await deps.upstream.status(signal)
    deps.store.write(tx => tx.sync.startOver(status.epoch))
    progress.startOver()
    progress.addPushed(await pushOutbox(deps, limits, signal))
    await pull(deps, limits, status, signal, progress)
  }
}
