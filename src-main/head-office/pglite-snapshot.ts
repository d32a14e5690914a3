import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

/** Folder of this user's caches: nobody else can put a database there. */
const cacheFolder = (): string => {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  return process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
}

const fileOf = async (): Promise<string> => {
  const entry = fileURLToPath(import.meta.resolve('@electric-sql/pglite'))
  const about = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')) as { version?: string }
  return join(cacheFolder(), 'advisor-workstation', `pglite-${about.version ?? '0'}.tgz`)
}

/** An empty database cluster as it was right after its first start; null when none was kept. */
export const readSnapshot = async (): Promise<Blob | null> => {
  try {
    // The checksum of the packed file finds what a crash or a full disk left of it
    const tar = await promisify(gunzip)(await readFile(await fileOf()))
    return new Blob([tar], { type: 'application/x-tar' })
  } catch {
    return null
  }
}

/** Keeps a cluster for the next start. Only time is lost when it cannot be kept. */
export const keepSnapshot = async (cluster: Blob): Promise<void> => {
  try {
    const file = await fileOf()
    const draft = `${file}.${randomUUID()}`
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(draft, Buffer.from(await cluster.arrayBuffer()), { mode: 0o600 })
    await rename(draft, file)
  } catch {
    // A full or read-only disk
  }
}

export const forgetSnapshot = async (): Promise<void> => {
  try {
    await rm(await fileOf(), { force: true })
  } catch {
    // It will be tried, and fail, again
  }
}
