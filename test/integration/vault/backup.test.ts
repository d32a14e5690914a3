import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeBackup } from '../../../src-main/services/vault/backup.ts'
import { restoreBackup, type RestoreDeps } from '../../../src-main/services/vault/restore.ts'
import { restoreDeps } from '../../helpers/restore-deps.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'

let folder = ''
let made: RestoreDeps[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-backup-'))
})
afterEach(() => {
  for (const { vault } of made.splice(0)) vault.lock()
  rmSync(folder, { recursive: true })
})

/** One computer: a data folder with its vault. */
const machine = (name: string): RestoreDeps => {
  const home = join(folder, name)
  mkdirSync(home)
  const deps = restoreDeps(home)
  made.push(deps)
  return deps
}

const backedUp = async (): Promise<{ readonly from: RestoreDeps; readonly path: string }> => {
  const from = machine('one')
  const store = await from.vault.create({ passcode: 'secret-1' })
  store.write(tx => tx.clients.put(sampleRow('clients', 1)))
  const path = join(folder, 'book.backup')
  await makeBackup(from, { path, passcode: 'secret-1' })
  return { from, path }
}

const restored = (to: RestoreDeps, path: string, passcode: string, leave = () => Promise.resolve()) =>
  restoreBackup(to, { path, passcode, leave })

describe('a backup', () => {
  test('is restored on another machine with the passcode', async () => {
    const { path } = await backedUp()
    const to = machine('two')
    await restored(to, path, 'secret-1')
    const store = await to.vault.unlock('secret-1')
    expect(store.read(tx => tx.clients.all())).toEqual([sampleRow('clients', 1)])
    expect(readdirSync(join(folder, 'two')).filter(name => name.includes('copy'))).toEqual([])
  })

  test('moves the database that it replaces aside', async () => {
    const { path } = await backedUp()
    const to = machine('two')
    const old = await to.vault.create({ passcode: 'other-pass' })
    old.write(tx => tx.clients.put(sampleRow('clients', 2)))
    const { movedAside } = await restored(to, path, 'secret-1')
    expect(movedAside).not.toBeNull()
    expect(readdirSync(join(folder, 'two')).some(name => name.startsWith('book.db.aside-'))).toBe(true)
    const store = await to.vault.unlock('secret-1')
    expect(store.read(tx => tx.clients.all().map(c => c.id))).toEqual(['C00001'])
    // what was moved aside opens again with its own key, which lies beside it
    to.vault.lock()
    const home = join(folder, 'two')
    const named = (start: string): string => join(home, readdirSync(home).find(name => name.startsWith(start)) ?? '')
    renameSync(named('book.db.aside-'), to.databasePath)
    renameSync(named('vault.json.aside-'), join(home, 'vault.json'))
    const before = await to.vault.unlock('other-pass')
    expect(before.read(tx => tx.clients.all().map(c => c.id))).toEqual(['C00002'])
  })

  test('leaves an open book open until it is known to be good', async () => {
    const { from, path } = await backedUp()
    let left = 0
    const leave = (): Promise<void> => Promise.resolve(void left++)
    await expect(restored(from, path, 'wrong', leave)).rejects.toMatchObject({ code: 'wrongPasscode' })
    expect([left, from.vault.state().kind]).toEqual([0, 'open'])
    await restored(from, path, 'secret-1', leave)
    expect([left, from.vault.state().kind]).toEqual([1, 'locked'])
  })

  test('shows no client data to a reader of the file', async () => {
    const { path } = await backedUp()
    const bytes = readFileSync(path)
    for (const text of ['客户1', '13800000001', '110101198001010001']) expect(bytes.includes(text)).toBe(false)
  })

  test('is refused with a wrong passcode and changes nothing', async () => {
    const { path } = await backedUp()
    const to = machine('two')
    await expect(restored(to, path, 'wrong')).rejects.toMatchObject({ code: 'wrongPasscode' })
    expect(readdirSync(join(folder, 'two'))).toEqual([])
  })

  test.each([
    ['one flipped bit in the database', (b: Buffer) => b.writeUInt8((b[b.length - 100] ?? 0) ^ 1, b.length - 100)],
    ['one flipped bit in the header', (b: Buffer) => b.writeUInt8((b[80] ?? 0) ^ 1, 80)],
  ])('is refused with %s', async (_name, spoil) => {
    const { path } = await backedUp()
    const bytes = readFileSync(path)
    spoil(bytes)
    writeFileSync(path, bytes)
    const to = machine('two')
    await expect(restored(to, path, 'secret-1')).rejects.toMatchObject({ code: 'backupDamaged' })
    expect(readdirSync(join(folder, 'two'))).toEqual([])
  })

  test('is refused when its end is missing', async () => {
    const { path } = await backedUp()
    truncateSync(path, readFileSync(path).length - 4096)
    await expect(restored(machine('two'), path, 'secret-1')).rejects.toMatchObject({
      code: 'backupDamaged',
    })
  })

  test('is refused when a newer program made it', async () => {
    const { from, path } = await backedUp()
    const newer = readFileSync(path, 'latin1').replace('"version":1', '"version":2')
    writeFileSync(path, newer, 'latin1')
    await expect(restored(machine('two'), path, 'secret-1')).rejects.toMatchObject({
      code: 'backupNewer',
    })
    rmSync(path)
    await makeBackup(from, { path, passcode: 'secret-1' })
    const to = { ...machine('three'), schemaVersion: 3 }
    await expect(restored(to, path, 'secret-1')).rejects.toMatchObject({ code: 'backupNewer' })
  })

  test('is not written without the passcode of the vault', async () => {
    const { from } = await backedUp()
    const path = join(folder, 'second.backup')
    await expect(makeBackup(from, { path, passcode: 'wrong' })).rejects.toMatchObject({ code: 'wrongPasscode' })
    expect(readdirSync(folder)).not.toContain('second.backup')
  })
})
