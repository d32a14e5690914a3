import { OutboxEntry } from '../../model/outbox-entry.ts'
import { StreamName } from '../../model/stream.ts'
import type { Conflict, OutboxItem, SyncReject, SyncWriter } from '../../services/ports/sync-tables.ts'
import { pageApplier } from './apply-page.ts'
import { rowOfEntry } from './outbox-row.ts'
import type { Prepare } from './table.ts'
import { tableSpecs, type Tables } from './tables.ts'

interface CursorRecord {
  readonly stream: StreamName
  readonly tier: number
  readonly cursor: string
  readonly lastSeq: number
  readonly rows: number
  readonly completedAt: string | null
}

const allRows = -1

export const syncOf = (tables: Tables, prepare: Prepare): SyncWriter => {
  const meta = (name: string): string | null => {
    const value = prepare('SELECT value FROM meta WHERE name = ?').pluck().get([name])
    return typeof value === 'string' ? value : null
  }
  const setMeta = (name: string, value: string): void => {
    prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(
      [name, value],
    )
  }
  const cursors = () =>
    (prepare('SELECT * FROM syncCursors').all() as CursorRecord[]).map(c => ({
      ...c,
      tier: c.tier === 0 ? null : c.tier,
    }))
  return {
    cursors,
    epoch: () => meta('epoch'),
    setEpoch: epoch => setMeta('epoch', epoch),
    rejects: (limit = allRows) =>
      prepare('SELECT * FROM syncRejects ORDER BY at DESC, stream, key LIMIT ?').all([limit]) as SyncReject[],
    rejectCount: () => Number(prepare('SELECT count(*) FROM syncRejects').pluck().get()),
    waiting: (limit = allRows) =>
      prepare(`SELECT body FROM outbox WHERE state = 'waiting' ORDER BY number LIMIT ?`)
        .pluck()
        .all([limit])
        .map(body => OutboxEntry.parse(JSON.parse(String(body)))),
    outbox: (limit = allRows) =>
      (
        prepare('SELECT body, state, reason, answeredAt FROM outbox ORDER BY number DESC LIMIT ?').all([
          limit,
        ]) as (Omit<OutboxItem, 'entry'> & { readonly body: string })[]
      ).map(({ body, ...rest }) => ({ ...rest, entry: OutboxEntry.parse(JSON.parse(body)) })),
    outboxCounts: () => {
      const rows = prepare('SELECT state, count(*) AS n FROM outbox GROUP BY state').all() as {
        readonly state: string
        readonly n: number
      }[]
      const of = (state: string): number => rows.find(row => row.state === state)?.n ?? 0
      return { waiting: of('waiting'), applied: of('applied') + of('duplicate'), rejected: of('rejected') }
    },
    conflicts: () => prepare('SELECT * FROM conflicts ORDER BY id DESC').all() as Conflict[],
    tierCounts: () =>
      prepare(
        'SELECT bookTier AS tier, count(*) AS clients FROM clients GROUP BY bookTier ORDER BY tier DESC',
      ).all() as {
        readonly tier: number
        readonly clients: number
      }[],
    rowCounts: () =>
      StreamName.options.map(stream => ({
        stream,
        tier: null,
        rows: tables[stream].count(),
      })),
    applyPage: pageApplier(
      tables,
      prepare,
      () => meta('startedOver') === 'yes',
      () => setMeta('startedOver', 'no'),
    ),
    startOver(epoch) {
      for (const name of [...Object.keys(tableSpecs), 'navs', 'benchmarks'])
        prepare(`UPDATE ${name} SET seq = -1 WHERE seq > 0`).run([])
      // no year is taken for known: all of them are written anew
      prepare('UPDATE seriesTails SET year = 0').run([])
      prepare('DELETE FROM syncCursors').run([])
      // what the restored head office may have forgotten is sent again; it knows the ids of what it still has
      prepare(`UPDATE outbox SET state = 'waiting' WHERE state IN ('applied', 'duplicate')`).run([])
      setMeta('epoch', epoch)
      setMeta('startedOver', 'yes')
    },
    enqueue(entry) {
      const { stream, key, clientId } = rowOfEntry(entry)
      prepare(
        `INSERT INTO outbox (id, kind, stream, key, clientId, body, state) VALUES (?, ?, ?, ?, ?, ?, 'waiting')`,
      ).run([entry.id, entry.kind, stream, key, clientId, JSON.stringify(entry)])
    },
    withdraw(id) {
      return prepare(`DELETE FROM outbox WHERE id = ? AND state = 'waiting'`).run([id]).changes > 0
    },
    answer(answers, at) {
      for (const answer of answers) {
        const changed = prepare(
          `UPDATE outbox SET state = ?, reason = ?, answeredAt = ? WHERE id = ? AND state = 'waiting'`,
        ).run([answer.state, answer.reason, at, answer.id]).changes
        if (changed === 0) continue
        for (const conflict of answer.conflicts)
          prepare(
            `INSERT INTO conflicts (entryId, stream, key, clientId, field, winner, loser, at)
             SELECT id, coalesce(stream, ''), coalesce(key, ''), clientId, ?, ?, ?, ? FROM outbox WHERE id = ?
             ON CONFLICT DO NOTHING`,
          ).run([
            conflict.field,
            JSON.stringify(conflict.winner ?? null),
            JSON.stringify(conflict.loser ?? null),
            at,
            answer.id,
          ])
      }
    },
    resolveConflict(id, resolution) {
      prepare('UPDATE conflicts SET resolution = ? WHERE id = ?').run([resolution, id])
    },
  }
}
