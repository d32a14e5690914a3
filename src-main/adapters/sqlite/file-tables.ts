import type { FileWriter, ImportedRecord, ImportRecord } from '../../services/ports/file-tables.ts'
import type { Prepare } from './table.ts'

const withBody = <R extends { readonly body: unknown }>(record: unknown): R => {
  const row = record as R & { readonly body: string }
  return { ...row, body: JSON.parse(row.body) as unknown }
}

export const filesOf = (prepare: Prepare): FileWriter => ({
  imports: {
    all: limit =>
      prepare('SELECT * FROM imports ORDER BY at DESC, id DESC LIMIT ?')
        .all([limit])
        .map(withBody<ImportRecord>),
    byId: id => {
      const record = prepare('SELECT * FROM imports WHERE id = ?').get([id])
      return record === undefined ? null : withBody<ImportRecord>(record)
    },
    rows: id =>
      prepare('SELECT stream, key, before, after FROM importRows WHERE importId = ? ORDER BY number DESC').all([
        id,
      ]) as ImportedRecord[],
    put: ({ id, at, body }) => {
      prepare('INSERT INTO imports (id, at, body) VALUES (?, ?, ?)').run([id, at, JSON.stringify(body)])
    },
    addRow: (importId, number, { stream, key, before, after }) => {
      prepare('INSERT INTO importRows (importId, number, stream, key, before, after) VALUES (?, ?, ?, ?, ?, ?)').run([
        importId,
        number,
        stream,
        key,
        before,
        after,
      ])
    },
    markUndone: (id, at) => {
      prepare('UPDATE imports SET undoneAt = ? WHERE id = ?').run([at, id])
      // what was taken back needs no second copy of client data
      prepare('DELETE FROM importRows WHERE importId = ?').run([id])
    },
  },
  exports: {
    all: limit =>
      prepare('SELECT at, body FROM exportLog ORDER BY number DESC LIMIT ?')
        .all([limit])
        .map(withBody<{ readonly at: string; readonly body: unknown }>),
    add: (at, body) => {
      prepare('INSERT INTO exportLog (at, body) VALUES (?, ?)').run([at, JSON.stringify(body)])
    },
  },
})
