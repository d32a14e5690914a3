import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { StreamName } from '../model/stream.ts'
import { AppErrorCode } from '../model/app-error.ts'
import { EnrolledDevice } from '../model/head-office-status.ts'
import { base, none } from './base.ts'

export const StreamCount = z
  .object({
    stream: StreamName,
    tier: z.int().min(1).max(5).nullable(),
    rows: z.int(),
    rejects: z.int(),
    /** Complete by this sync. */
    done: z.boolean(),
    /** Complete by this sync or an earlier one. */
    here: z.boolean(),
  })
  .readonly()
export type StreamCount = z.infer<typeof StreamCount>

export const SyncProgress = z
  .object({
    state: z.enum(['idle', 'running', 'done', 'stopped', 'cancelled']),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    seconds: z.number(),
    rows: z.int(),
    rejects: z.int(),
    pushed: z.int(),
    streams: z.array(StreamCount),
    /** Lowest tier of the book that is complete; 6 means none yet. */
    tierReady: z.int().min(1).max(6),
    error: z.object({ code: AppErrorCode, message: z.string(), hint: z.string() }).nullable(),
    /** When the next sync begins by itself, by our clock; null while one runs and where none is planned. */
    nextAt: z.string().nullable(),
  })
  .readonly()
export type SyncProgress = z.infer<typeof SyncProgress>

export const SyncStatus = z
  .object({
    progress: SyncProgress,
    lastSyncAt: z.string().nullable(),
    enrolled: z.boolean(),
    url: z.string().nullable(),
    /** Entries that wait to be pushed. */
    outbox: z.int(),
    /** Entries that head office did not take. */
    refused: z.int(),
    rejects: z.int(),
    conflicts: z.int(),
    storageBytes: z.int(),
    dataDate: z.string().nullable(),
    counts: z.array(z.object({ stream: StreamName, rows: z.int() }).readonly()),
    /** Clients that are here, best tier first. */
    tiers: z.array(z.object({ tier: z.int(), clients: z.int() }).readonly()),
  })
  .readonly()
export type SyncStatus = z.infer<typeof SyncStatus>

/** A field that both sides changed; values as JSON. */
export const SyncConflict = z
  .object({
    id: z.int(),
    stream: StreamName,
    key: z.string(),
    clientId: z.string().nullable(),
    clientName: z.string().nullable(),
    field: z.string(),
    winner: z.string(),
    loser: z.string(),
    at: z.string(),
    resolution: z.enum(['open', 'kept', 'undone']),
  })
  .readonly()
export type SyncConflict = z.infer<typeof SyncConflict>

export const sync = {
  status: base.input(none).output(SyncStatus),
  run: base.input(none).output(eventIterator(SyncProgress)),
  cancel: base.input(none).output(none),
  rejects: base
    .input(z.object({ limit: z.int().min(1).max(1000) }))
    .output(
      z.array(
        z
          .object({ stream: StreamName, key: z.string(), reason: z.string(), row: z.string(), at: z.string() })
          .readonly(),
      ),
    ),
  outbox: base.input(none).output(
    z.array(
      z
        .object({
          id: z.string(),
          kind: z.string(),
          clientName: z.string().nullable(),
          madeAt: z.string(),
          answeredAt: z.string().nullable(),
          state: z.enum(['waiting', 'applied', 'rejected']),
          reason: z.string().nullable(),
        })
        .readonly(),
    ),
  ),
  conflicts: base.input(none).output(z.array(SyncConflict)),
  resolveConflict: base
    /** `open` takes a decision back. */
    .input(z.object({ id: z.int(), resolution: z.enum(['kept', 'undone', 'open']) }))
    .output(z.array(SyncConflict)),
  /** JSON without client data, for the help desk. */
  diagnostics: base.input(none).output(z.string()),
  /** Asks where to and writes them there; null when the user thought better of it. */
  saveDiagnostics: base.input(none).output(z.object({ path: z.string().nullable() })),
  /** The devices of this book, as head office knows them; asks it anew each time. */
  devices: base.input(none).output(z.array(EnrolledDevice)),
  /** Shuts a lost device out; it keeps what it has, but gets and sends nothing any more. */
  revokeDevice: base.input(z.object({ id: z.string().min(1).max(64) })).output(z.array(EnrolledDevice)),
  /** The network is back: what is enrolled syncs without being asked. */
  networkBack: base.input(none).output(none),
}
