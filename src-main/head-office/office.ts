import { createHash } from 'node:crypto'
import type { Database } from './database.ts'

/** Version of rows and protocol; a reader that knows a smaller one must be updated first. */
export const schemaVersion = 2

export interface Office {
  readonly db: Database
  readonly secret: string
  /** Names one life of the database: another one after a restore. */
  readonly epoch: string
  readonly now: () => Date
  /** Where clients reach us from outside; links are built on it. */
  readonly publicUrl: () => string
}

const identity = async (db: Database): Promise<string> => {
  try {
    const [row] = await db.query<{ id: string }>(
      `select (select system_identifier from pg_control_system())::text || '/' || (select timeline_id from pg_control_checkpoint())::text as id`,
    )
    return row?.id ?? ''
  } catch {
    // Some hosted servers do not show it
    return ''
  }
}

/**
 * The stored id together with the server's own identity and timeline, which PostgreSQL changes when it is restored to
 * a point in time or into a new cluster; a plain copy of files needs `head-office --restored`.
 */
export const openOffice = async (db: Database, now: () => Date, publicUrl: () => string): Promise<Office> => {
  const [row] = await db.query<{ epoch: string; secret: string }>('select epoch, secret from office')
  const control = await identity(db)
  if (row === undefined) throw new Error('The database has no office row. Is it a head office database?')
  const epoch = createHash('sha256').update(`${row.epoch}/${control}`).digest('hex').slice(0, 32)
  return { db, secret: row.secret, epoch, now, publicUrl }
}

/** After a restore: readers notice and start again. */
export const newEpoch = async (db: Database): Promise<void> => {
  await db.query('update office set epoch = gen_random_uuid()::text')
}
