import { gunzipSync, gzipSync } from 'node:zlib'
import type {
  CellRecord,
  EvidenceRecord,
  ReportRecord,
  SegmentRecord,
  StoredEvidence,
  SuggestionRecord,
  WorkWriter,
} from '../../services/ports/work-tables.ts'
import type { RawDb } from './database.ts'
import type { Prepare } from './table.ts'

const withBody = <Record extends { readonly body: unknown }>(record: unknown): Record => {
  const row = record as { body: unknown }
  row.body = JSON.parse(String(row.body))
  return row as Record
}

const evidenceColumns = 'id, at, clientId, productCode, kind, body, previous, hash'
const storedColumns = evidenceColumns.replace('body', 'CAST(body AS BLOB) AS body')

/** SQLite takes the bare columns from the row that holds the maximum. */
export const latestCells = `SELECT clientId, tier, style, max(at) FROM segmentHistory WHERE at <= ? GROUP BY clientId`

const endOfTime = '9999'
/** Half the time of the usual level; a kept page is looked at once, if ever. */
const PAGE_LEVEL = 3

export const workOf = (prepare: Prepare, db: RawDb): WorkWriter => ({
  segments: {
    cells: at => prepare(latestCells).all([at ?? endOfTime]) as CellRecord[],
    ofClient: clientId =>
      prepare('SELECT * FROM segmentHistory WHERE clientId = ? ORDER BY at DESC')
        .all([clientId])
        .map(withBody<SegmentRecord>),
    append(r) {
      prepare(
        `INSERT INTO segmentHistory (clientId, at, tier, style, packVersion, body) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (clientId, at) DO UPDATE SET tier = excluded.tier, style = excluded.style, packVersion = excluded.packVersion, body = excluded.body`,
      ).run([r.clientId, r.at, r.tier, r.style, r.packVersion, JSON.stringify(r.body)])
    },
  },
  evidence: {
    first: () => {
      const record = prepare(`SELECT ${evidenceColumns} FROM evidence ORDER BY number LIMIT 1`).get()
      return record === undefined ? null : (record as EvidenceRecord)
    },
    last: () => {
      const record = prepare(`SELECT ${evidenceColumns} FROM evidence ORDER BY number DESC LIMIT 1`).get()
      return record === undefined ? null : (record as EvidenceRecord)
    },
    ofClient: clientId =>
      prepare(`SELECT ${evidenceColumns} FROM evidence WHERE clientId = ? ORDER BY number`).all([
        clientId,
      ]) as EvidenceRecord[],
    *iterate() {
      for (const record of db.prepare(`SELECT ${evidenceColumns} FROM evidence ORDER BY number`).iterate())
        yield record as EvidenceRecord
    },
    *stored() {
      for (const record of db.prepare(`SELECT ${storedColumns} FROM evidence ORDER BY number`).iterate())
        yield record as StoredEvidence
    },
    byId: id => {
      const record = prepare(`SELECT ${evidenceColumns} FROM evidence WHERE id = ?`).get([id])
      return record === undefined ? null : (record as EvidenceRecord)
    },
    count: () => Number(prepare('SELECT count(*) FROM evidence').pluck().get()),
    append(r) {
      prepare(`INSERT INTO evidence (${evidenceColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`).run([
        r.id,
        r.at,
        r.clientId,
        r.productCode,
        r.kind,
        r.body,
        r.previous,
        r.hash,
      ])
    },
  },
  reports: {
    all: limit =>
      prepare('SELECT * FROM reports ORDER BY madeAt DESC LIMIT ?')
        .all([limit])
        .map(withBody<ReportRecord>),
    ofClient: clientId =>
      prepare('SELECT * FROM reports WHERE clientId = ? ORDER BY madeAt DESC')
        .all([clientId])
        .map(withBody<ReportRecord>),
    byId: id => {
      const record = prepare('SELECT * FROM reports WHERE id = ?').get([id])
      return record === undefined ? null : withBody<ReportRecord>(record)
    },
    lastId: head => {
      const id = prepare('SELECT id FROM reports WHERE id >= ? AND id < ? ORDER BY length(id) DESC, id DESC LIMIT 1')
        .pluck()
        .get([head, `${head}~`])
      return typeof id === 'string' ? id : null
    },
    put(r) {
      prepare(
        'INSERT INTO reports (id, clientId, fundCode, kind, edition, madeAt, file, state, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, file = excluded.file, body = excluded.body',
      ).run([r.id, r.clientId, r.fundCode, r.kind, r.edition, r.madeAt, r.file, r.state, JSON.stringify(r.body)])
    },
    pdf(id) {
      const found = prepare('SELECT pdf FROM reportFiles WHERE id = ?').get([id]) as
        { readonly pdf: Uint8Array } | undefined
      return found?.pdf ?? null
    },
    page(id) {
      const packed = prepare('SELECT page FROM reportFiles WHERE id = ?').pluck().get([id])
      return packed instanceof Uint8Array ? gunzipSync(packed).toString('utf8') : null
    },
    putPdf(id, pdf, page) {
      prepare('INSERT OR REPLACE INTO reportFiles (id, pdf, page) VALUES (?, ?, ?)').run([
        id,
        pdf,
        gzipSync(page, { level: PAGE_LEVEL }),
      ])
    },
  },
  suggestions: {
    all: limit =>
      prepare('SELECT * FROM suggestions ORDER BY madeAt DESC LIMIT ?')
        .all([limit])
        .map(withBody<SuggestionRecord>),
    ofClient: clientId =>
      prepare('SELECT * FROM suggestions WHERE clientId = ? ORDER BY madeAt DESC')
        .all([clientId])
        .map(withBody<SuggestionRecord>),
    byId: id => {
      const record = prepare('SELECT * FROM suggestions WHERE id = ?').get([id])
      return record === undefined ? null : withBody<SuggestionRecord>(record)
    },
    put(r) {
      prepare('INSERT OR REPLACE INTO suggestions (id, clientId, madeAt, state, body) VALUES (?, ?, ?, ?, ?)').run([
        r.id,
        r.clientId,
        r.madeAt,
        r.state,
        JSON.stringify(r.body),
      ])
    },
  },
  kept: {
    revision: () => Number(prepare('SELECT number FROM revision').pluck().get()),
    get: name => {
      const found = prepare('SELECT fingerprint, body FROM keptViews WHERE name = ?').get([name]) as
        { readonly fingerprint: string; readonly body: string } | undefined
      return found === undefined ? null : { fingerprint: found.fingerprint, body: JSON.parse(found.body) as unknown }
    },
    put(name, fingerprint, body) {
      prepare('INSERT OR REPLACE INTO keptViews (name, fingerprint, body) VALUES (?, ?, ?)').run([
        name,
        fingerprint,
        JSON.stringify(body),
      ])
    },
  },
  settings: {
    get: key => {
      const value = prepare('SELECT value FROM settings WHERE key = ?').pluck().get([key])
      return typeof value === 'string' ? (JSON.parse(value) as unknown) : undefined
    },
    all: () =>
      Object.fromEntries(
        (prepare('SELECT key, value FROM settings').all() as { readonly key: string; readonly value: string }[]).map(
          r => [r.key, JSON.parse(r.value) as unknown],
        ),
      ),
    set(key, value) {
      prepare(
        'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      ).run([key, JSON.stringify(value)])
    },
    unset(key) {
      prepare('DELETE FROM settings WHERE key = ?').run([key])
    },
  },
})
