import type { Database } from './database.ts'
import { type Migration, migrations } from './migrations/index.ts'

/** Brings a database to the newest schema; two servers starting together wait for each other. */
export const migrate = async (db: Database, list: readonly Migration[] = migrations): Promise<readonly string[]> => {
  await db.script(
    'create table if not exists migrations (name text primary key, done_at timestamptz not null default now())',
  )
  return db.transaction(async tx => {
    await tx.script('lock table migrations in exclusive mode')
    const done = new Set((await tx.query<{ name: string }>('select name from migrations')).map(r => r.name))
    const unknown = [...done].filter(name => !list.some(m => m.name === name))
    if (unknown.length > 0)
      throw new Error(
        `The database was made by a newer head office (${unknown.join(', ')}). Start that version, or another database.`,
      )
    const ran: string[] = []
    for (const { name, sql } of list) {
      if (done.has(name)) continue
      await tx.script(sql)
      await tx.query('insert into migrations (name) values ($1)', [name])
      ran.push(name)
    }
    return ran
  })
}
