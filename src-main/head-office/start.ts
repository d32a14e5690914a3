import type { AddressInfo } from 'node:net'
import { bulkLoad } from './bulk-load.ts'
import { reference } from './change-log.ts'
import type { Database } from './database.ts'
import type { DemoWorld } from './demo/world.ts'
import { makeEnrolCode, revoke } from './devices.ts'
import { migrate } from './migrate.ts'
import { newEpoch, openOffice } from './office.ts'
import { openPglite } from './pglite-database.ts'
import { openPostgres } from './postgres-database.ts'
import { makeServer } from './server.ts'
import { applyNextDay } from './next-day.ts'
import { publishPackFile } from './publish-pack.ts'

export interface HeadOfficeOptions {
  /** A demo world to load when the database is empty. */
  readonly world?: DemoWorld
  /** `postgres://…`, a folder for PGlite, or nothing for PGlite in memory. */
  readonly databaseUrl?: string
  /** An open database instead; it stays open when the office closes. */
  readonly database?: Database
  readonly port?: number
  readonly host?: string
  readonly now?: () => Date
  readonly log?: (line: string) => void
  /** The address that clients use for shared reports, when it is not our own. */
  readonly publicUrl?: string
  /** The database was restored from a backup: readers start again. */
  readonly restored?: boolean
}

export interface HeadOffice {
  readonly url: string
  readonly db: Database
  /** Rows loaded at this start. */
  readonly loaded: number
  readonly enrolCode: (book?: string, minutes?: number) => Promise<string>
  readonly revoke: (deviceId: string) => Promise<void>
  /** Applies the demo world's second day; answers the number of changes. */
  readonly advanceDay: () => Promise<number>
  /** Sends a suitability pack or a questionnaire, a JSON file, to every workstation; answers its version. */
  readonly publishPack: (file: string) => Promise<string>
  readonly close: () => Promise<void>
}

export const openDatabase = (url: string | undefined): Promise<Database> | Database =>
  url !== undefined && /^postgres(ql)?:/.test(url) ? openPostgres(url) : openPglite(url ?? null)

const load = (db: Database, world: DemoWorld): Promise<number> =>
  db.transaction(async tx => {
    const [filled] = await tx.query<{ any: boolean }>('select exists (select 1 from changes) as any')
    if (filled?.any === true) return 0
    for (const a of world.advisors)
      await tx.query('insert into books (id, advisor, licence) values ($1, $2, $3) on conflict do nothing', [
        a.book,
        a.name,
        a.licence,
      ])
    return bulkLoad(tx, [
      [reference, world.reference()],
      ...world.advisors.map(a => [a.book, world.book(a.book)] as const),
    ])
  })

/** Opens the database, brings it up to date, loads the demo world if asked, and listens. */
export const startHeadOffice = async (options: HeadOfficeOptions = {}): Promise<HeadOffice> => {
  const { world, port = 0, host = '127.0.0.1', now = () => new Date(), log = line => console.error(line) } = options
  const db = options.database ?? (await openDatabase(options.databaseUrl))
  const closeDatabase = async (): Promise<void> => {
    if (options.database === undefined) await db.close()
  }
  try {
    await migrate(db)
    if (options.restored === true) await newEpoch(db)
    const loaded = world === undefined ? 0 : await load(db, world)
    let url = ''
    const office = await openOffice(db, now, () => options.publicUrl ?? url)
    const server = makeServer(office, log)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
    const { port: bound } = server.address() as AddressInfo
    url = `http://${host}:${bound}`
    return {
      url,
      db,
      loaded,
      enrolCode: (book = world?.advisors[0]?.book ?? 'B0001', minutes = 10) => makeEnrolCode(office, book, minutes),
      revoke: id => revoke(office, id),
      publishPack: file => publishPackFile(db, file),
      advanceDay: async () => {
        if (world === undefined) throw new Error('Only a demo head office has a second day')
        return applyNextDay(db, world)
      },
      close: async () => {
        server.closeAllConnections()
        await new Promise(resolve => server.close(resolve))
        await closeDatabase()
      },
    }
  } catch (error) {
    await closeDatabase()
    throw error
  }
}
