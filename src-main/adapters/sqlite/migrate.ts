import { AppError } from '../../model/app-error.ts'
import type { RawDb } from './database.ts'
import { migrations as all } from './migrations/all.ts'
import type { Migration } from './migrations/migration.ts'

export const schemaVersion = (db: RawDb): number => Number(db.pragma('user_version', { simple: true }))

/** A file of a newer program is left as it is. */
export const refuseNewer = (db: RawDb, path: string, known: readonly Migration[] = all): void => {
  const version = schemaVersion(db)
  if (version > known.length)
    throw new AppError(
      'databaseNewer',
      `the database has version ${version}, this program reads up to ${known.length}`,
      {
        where: path,
        hint: 'install the newer program; the file was not touched',
      },
    )
}

/** Brings the file up to date; each step is one transaction together with its number. */
export const migrate = (db: RawDb, known: readonly Migration[] = all): void => {
  for (const step of known) {
    if (step.version <= schemaVersion(db)) continue
    db.transaction(() => {
      db.exec(step.sql)
      db.pragma(`user_version = ${step.version}`)
    }).immediate()
  }
}
