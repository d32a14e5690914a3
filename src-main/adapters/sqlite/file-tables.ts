import type { FileWriter, ImportedRecord, ImportRecord } from '../../services/ports/file-tables.ts'
import type { Prepare } from './table.ts'

const withBody = <R extends { readonly body: unknown }>(record: unknown): R => {
  const row = record as R & { readonly body: string }
  return { ...row, body: JSON.parse(row.body) as unknown }
}

export const filesOf = (prepare: Prepare): FileWriter => ({
  imports: {
    all: limit =>
      prepare(`SELECT * FROM imports WHERE state <> 'writing' ORDER BY at DESC, id DESC LIMIT ?`)
        .all([limit])
        .map(withBody<ImportRecord>),
    byId: id => {
      const record = prepare('SELECT * FROM imports WHERE id = ?').get([id])
      return record === undefined ? null : withBody<ImportRecord>(record)
    },
    unfinished: () =>
      prepare(`SELECT * FROM imports WHERE state <> 'done'`)
        .all()
        .map(withBody<ImportRecord>),
    rows: (id, limit) =>
      prepare(
        'SELECT number, stream, key, before, after FROM importRows WHERE importId = ? ORDER BY number DESC LIMIT ?',
      ).all([id, limit]) as ImportedRecord[],
    rowCount: id => Number(prepare('SELECT count(*) FROM importRows WHERE importId = ?').pluck().get([id])),
    put: ({ id, at, state, body }) => {
      prepare(
        'INSERT INTO imports (id, at, state, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body',
      ).run([id, at, state, JSON.stringify(body)])
    },
    addRow: (importId, { number, stream, key, before, after }) => {
      prepare('INSERT INTO importRows (importId, number, stream, key, before, after) VALUES (?, ?, ?, ?, ?, ?)').run([
        importId,
        number,
        stream,
        key,
        before,
        after,
      ])
    },
    // what was taken back needs no second copy of client data
    dropRows: (importId, from) => {
      prepare('DELETE FROM importRows WHERE importId = ? AND number >= ?').run([importId, from])
    },
    setState: (id, state) => {
      prepare('UPDATE imports SET state = ? WHERE id = ?').run([state, id])
    },
    markUndone: (id, at) => {
      prepare(`UPDATE imports SET undoneAt = ?, state = 'done' WHERE id = ?`).run([at, id])
    },
    erase: id => {
      prepare('DELETE FROM imports WHERE id = ?').run([id])
    },
  },
  exports: {
    count: () => Number(prepare('SELECT count(*) FROM exportLog').pluck().get()),
    all: limit =>
      prepare('SELECT at, body FROM exportLog ORDER BY number DESC LIMIT ?')
        .all([limit])
        .map(withBody<{ readonly at: string; readonly body: unknown }>),
    add: (at, body) => {
      prepare('INSERT INTO exportLog (at, body) VALUES (?, ?)').run([at, JSON.stringify(body)])
    },
  },
})
