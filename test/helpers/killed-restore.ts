import { makeBackup } from '../../src-main/services/vault/backup.ts'
import { restoreBackup, type RestoreDeps } from '../../src-main/services/vault/restore.ts'
import { restoreDeps } from './restore-deps.ts'
import { sampleRow } from './sample-rows.ts'

// A process of its own: `make <home> <passcode> <client> [backup]` makes a book of one client and is killed with its log on the disk;
// `restore <home> <passcode> <backup> <steps>` restores and is killed before the step of that number, or ends by itself.

const [what = '', home = '', passcode = '', ...rest] = process.argv.slice(2)
const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('still alive')
}

let left = Number.POSITIVE_INFINITY
/** Each of these changes the folder; the process is killed before the one that it was told. */
const step = <T>(work: () => T): T => {
  if (left-- === 0) die()
  return work()
}

const real = restoreDeps(home)
const { note, files, vaultFile, vault } = real
const deps: RestoreDeps = {
  ...real,
  vaultFile: {
    read: vaultFile.read,
    write: record => step(() => vaultFile.write(record)),
    keepAside: at => step(() => vaultFile.keepAside(at)),
  },
  note: { ...note, write: pending => step(() => note.write(pending)), clear: () => step(note.clear) },
  files: { ...files, rename: (from, to) => step(() => files.rename(from, to)) },
}

if (what === 'make') {
  const [client = '', backup] = rest
  const store = await vault.create({ passcode })
  store.write(tx => tx.clients.put(sampleRow('clients', Number(client))))
  if (backup !== undefined) await makeBackup(real, { path: backup, passcode })
  // after the backup, so that it lies in the log alone
  store.write(tx => tx.clients.put(sampleRow('clients', Number(client) + 1)))
  die()
}
const [path = '', steps = ''] = rest
const leave = (): Promise<void> => {
  left = Number(steps)
  return Promise.resolve()
}
await restoreBackup(deps, { path, passcode, leave })
process.stdout.write(`${Number(steps) - left}\n`)
