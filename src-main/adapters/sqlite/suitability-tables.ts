import type {
  InstallKeyRecord,
  KeptPackRecord,
  NoticeRecord,
  SuitabilityWriter,
} from '../../services/ports/suitability-tables.ts'
import type { Prepare } from './table.ts'

const parsed = <R>(row: unknown): R => {
  const record = row as { readonly body: string }
  return { ...record, body: JSON.parse(record.body) as unknown } as R
}

export const suitabilityOf = (prepare: Prepare): SuitabilityWriter => ({
  keptPacks: {
    ofKind: kind =>
      prepare('SELECT * FROM keptPacks WHERE kind = ? ORDER BY effectiveOn, version')
        .all([kind])
        .map(row => parsed<KeptPackRecord>(row)),
    byVersion: (kind, version) => {
      const row = prepare('SELECT * FROM keptPacks WHERE kind = ? AND version = ?').get([kind, version])
      return row === undefined ? null : parsed<KeptPackRecord>(row)
    },
    put: r => {
      prepare(
        `INSERT INTO keptPacks (kind, version, effectiveOn, origin, keptAt, activeSince, body) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (kind, version) DO UPDATE SET origin = excluded.origin, activeSince = excluded.activeSince`,
      ).run([r.kind, r.version, r.effectiveOn, r.origin, r.keptAt, r.activeSince, JSON.stringify(r.body)])
    },
    remove: (kind, version) => {
      prepare('DELETE FROM keptPacks WHERE kind = ? AND version = ?').run([kind, version])
    },
  },
  notices: {
    all: limit =>
      prepare('SELECT * FROM notices ORDER BY madeAt DESC, id LIMIT ?')
        .all([limit])
        .map(row => parsed<NoticeRecord>(row)),
    inState: state =>
      prepare('SELECT * FROM notices WHERE state = ? ORDER BY madeAt DESC, id')
        .all([state])
        .map(row => parsed<NoticeRecord>(row)),
    ofClient: clientId =>
      prepare('SELECT * FROM notices WHERE clientId = ? ORDER BY madeAt DESC, id')
        .all([clientId])
        .map(row => parsed<NoticeRecord>(row)),
    byId: id => {
      const row = prepare('SELECT * FROM notices WHERE id = ?').get([id])
      return row === undefined ? null : parsed<NoticeRecord>(row)
    },
    put: r => {
      prepare(
        `INSERT INTO notices (id, clientId, madeAt, state, body) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body`,
      ).run([r.id, r.clientId, r.madeAt, r.state, JSON.stringify(r.body)])
    },
  },
  lastJudged: () => {
    const row = prepare('SELECT at, body FROM lastJudged').get()
    return row === undefined ? null : parsed<{ readonly at: string; readonly body: unknown }>(row)
  },
  keepJudged: (at, body) => {
    prepare(
      `INSERT INTO lastJudged (number, at, body) VALUES (1, ?, ?)
       ON CONFLICT (number) DO UPDATE SET at = excluded.at, body = excluded.body`,
    ).run([at, JSON.stringify(body)])
  },
  installKey: () => {
    const row = prepare('SELECT madeAt, publicKey, privateKey FROM installKey').get()
    return row === undefined ? null : (row as InstallKeyRecord)
  },
  keepInstallKey: key => {
    prepare('INSERT INTO installKey (number, madeAt, publicKey, privateKey) VALUES (1, ?, ?, ?)').run([
      key.madeAt,
      key.publicKey,
      key.privateKey,
    ])
  },
})
