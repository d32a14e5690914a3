import type { FileWriter, ImportedRecord, ImportRecord } from '../../services/ports/file-tables.ts'
import type { Prepare } from './table.ts'

const withBody = <R extends { readonly body: unknown }>(record: unknown): R => {
  const row = record as R & { readonly body: string }
  return { ...row, body: JSON.parse(row.body) as unknown }
}

type Stored = ImportRecord & { readonly isTurnedRound: number }

const importOf = (record: unknown): ImportRecord => {
  const { id, at, undoneAt, state, body, isTurnedRound } = withBody<Stored>(record)
  return { id, at, undoneAt, state: isTurnedRound === 1 ? 'redoing' : state, body }
}

const rowsOf = 'SELECT number, stream, key, before, after, turn FROM importRows WHERE importId = ? AND number'

export const filesOf = (prepare: Prepare): FileWriter => ({
  imports: {
    all: limit =>
      prepare(`SELECT * FROM imports WHERE state <> 'writing' ORDER BY at DESC, id DESC LIMIT ?`)
        .all([limit])
        .map(importOf),
    byId: id => {
      const record = prepare('SELECT * FROM imports WHERE id = ?').get([id])
      return record === undefined ? null : importOf(record)
    },
    unfinished: () => prepare(`SELECT * FROM imports WHERE state <> 'done'`).all().map(importOf),
    rowsBelow: (id, number, limit) =>
      prepare(`${rowsOf} < ? ORDER BY number DESC LIMIT ?`).all([id, number, limit]) as ImportedRecord[],
    rowsFrom: (id, number, limit) =>
      prepare(`${rowsOf} >= ? ORDER BY number LIMIT ?`).all([id, number, limit]) as ImportedRecord[],
    firstTurned: id =>
      prepare(`SELECT min(number) FROM importRows WHERE importId = ? AND turn <> 'stands'`).pluck().get([id]) as
        number | null,
    // numbered from 0 and dropped from the end: counting a million would hold everything up
    rowCount: id =>
      Number(prepare('SELECT coalesce(max(number) + 1, 0) FROM importRows WHERE importId = ?').pluck().get([id])),
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
    setRow: (importId, { number, before, after, turn }) => {
      prepare('UPDATE importRows SET before = ?, after = ?, turn = ? WHERE importId = ? AND number = ?').run([
        before,
        after,
        turn,
        importId,
        number,
      ])
    },
    // what was taken back needs no second copy of client data
    dropRows: (importId, from) => {
      prepare('DELETE FROM importRows WHERE importId = ? AND number >= ?').run([importId, from])
    },
    setState: (id, state) => {
      const isTurnedRound = state === 'redoing'
      prepare('UPDATE imports SET state = ?, isTurnedRound = ? WHERE id = ?').run([
        isTurnedRound ? 'undoing' : state,
        isTurnedRound ? 1 : 0,
        id,
      ])
    },
    markUndone: (id, at) => {
      prepare('UPDATE imports SET undoneAt = ? WHERE id = ?').run([at, id])
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
