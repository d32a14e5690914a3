import type {
  BatchCounts,
  BatchItemRecord,
  BatchItemState,
  BatchRecord,
  BatchWriter,
} from '../../services/ports/batch-tables.ts'
import type { Prepare } from './table.ts'

const asRecord = (row: unknown): BatchRecord => {
  const record = row as BatchRecord & { readonly body: string }
  return { ...record, body: JSON.parse(record.body) as unknown }
}

const ITEM = 'number, subject, clientId, state, reportId, fault'

export const batchesOf = (prepare: Prepare): BatchWriter => ({
  batches: {
    all: limit => prepare('SELECT * FROM batches ORDER BY at DESC, id DESC LIMIT ?').all([limit]).map(asRecord),
    byId: id => {
      const row = prepare('SELECT * FROM batches WHERE id = ?').get([id])
      return row === undefined ? null : asRecord(row)
    },
    running: () => {
      const row = prepare(`SELECT * FROM batches WHERE state = 'running' ORDER BY at, id LIMIT 1`).get()
      return row === undefined ? null : asRecord(row)
    },
    items: id =>
      prepare(`SELECT ${ITEM} FROM batchItems WHERE batchId = ? ORDER BY number`).all([id]) as BatchItemRecord[],
    waiting: (id, limit) =>
      prepare(`SELECT ${ITEM} FROM batchItems WHERE batchId = ? AND state = 'waiting' ORDER BY number LIMIT ?`).all([
        id,
        limit,
      ]) as BatchItemRecord[],
    counts: id => {
      const rows = prepare('SELECT state, count(*) AS n FROM batchItems WHERE batchId = ? GROUP BY state').all([
        id,
      ]) as readonly { readonly state: BatchItemState; readonly n: number }[]
      const counts: BatchCounts = { waiting: 0, made: 0, failed: 0 }
      return { ...counts, ...Object.fromEntries(rows.map(row => [row.state, row.n])) }
    },
    put: ({ id, at, state, body }) => {
      prepare(
        'INSERT INTO batches (id, at, state, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body',
      ).run([id, at, state, JSON.stringify(body)])
    },
    putItem: (batchId, { number, subject, clientId, state, reportId, fault }) => {
      prepare(
        `INSERT INTO batchItems (batchId, ${ITEM}) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (batchId, number) DO UPDATE SET state = excluded.state, reportId = excluded.reportId, fault = excluded.fault`,
      ).run([batchId, number, subject, clientId, state, reportId, fault])
    },
    retry: batchId =>
      prepare(`UPDATE batchItems SET state = 'waiting', fault = NULL WHERE batchId = ? AND state = 'failed'`).run([
        batchId,
      ]).changes,
    keepNewest: count => {
      prepare(
        `DELETE FROM batches WHERE state IN ('done', 'cancelled')
         AND id NOT IN (SELECT id FROM batches ORDER BY at DESC, id DESC LIMIT ?)`,
      ).run([count])
    },
  },
})
