import type { Database } from '../../src-main/head-office/database.ts'
import { openPglite } from '../../src-main/head-office/pglite-database.ts'
import { openPostgres } from '../../src-main/head-office/postgres-database.ts'
import { startPostgres } from './real-postgres.ts'

export interface OfficeDatabases {
  /** The database, emptied. */
  readonly fresh: () => Promise<Database>
  readonly close: () => Promise<void>
}

const emptied = async (db: Database): Promise<Database> => {
  await db.script('drop schema public cascade; create schema public')
  return db
}

export const pgliteDatabases = async (): Promise<OfficeDatabases> => {
  const db = await openPglite(null)
  return { fresh: () => emptied(db), close: db.close }
}

const postgresDatabases = async (): Promise<OfficeDatabases> => {
  const server = await startPostgres()
  const db = openPostgres(server.url)
  const close = async (): Promise<void> => {
    await db.close()
    await server.close()
  }
  return { fresh: () => emptied(db), close }
}

/** Both kinds of database that head office runs on. */
export const officeDatabases: readonly (readonly [string, () => Promise<OfficeDatabases>])[] = [
  ['PGlite', pgliteDatabases],
  ['PostgreSQL', postgresDatabases],
]
