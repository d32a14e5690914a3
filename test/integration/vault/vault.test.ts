import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../../src-main/adapters/sqlite/open-store.ts'
import { systemClock } from '../../../src-main/adapters/system/clock.ts'
import { argon2id } from '../../../src-main/adapters/system/derivation.ts'
import { keyFile } from '../../../src-main/adapters/system/key-file.ts'
import { sealing } from '../../../src-main/adapters/system/sealing.ts'
import { IsoTime } from '../../../src-main/model/units.ts'
import type { KeyStore } from '../../../src-main/services/ports/vault-ports.ts'
import { noKeyStore } from '../../../src-main/services/vault/no-key-store.ts'
import { createVault, type Vault } from '../../../src-main/services/vault/vault.ts'
import { fakeKeyStore } from '../../helpers/fake-key-store.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'

let home = ''
let now = '2026-11-23T08:00:00.000Z'
let made: Vault[] = []

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'advisor-vault-'))
  now = '2026-11-23T08:00:00.000Z'
})
afterEach(() => {
  for (const vault of made.splice(0)) vault.lock()
  rmSync(home, { recursive: true })
})

const vaultWith = (keyStore: KeyStore): Vault => {
  const vault = createVault({
    file: keyFile(join(home, 'vault.json')),
    keyStore,
    sealing,
    // the least cost that the record allows, because the tests need no protection
    derivation: argon2id({ memoryKiB: 8192, passes: 1, lanes: 1 }),
    clock: { ...systemClock, now: () => IsoTime.parse(now) },
    newId: () => 'vault-1',
    openStore: rawKey => openStore({ path: join(home, 'book.db'), rawKey, keyIsProved: true }),
  })
  made.push(vault)
  return vault
}

const database = (): Buffer => readFileSync(join(home, 'book.db'))

describe('the vault', () => {
  test('refuses to keep a book without a keystore and without a passcode', async () => {
    await expect(vaultWith(noKeyStore).create({ passcode: null })).rejects.toMatchObject({ code: 'invalidInput' })
    expect(readdirSync(home)).toEqual([])
  })

  test('opens with the passcode and with nothing else', async () => {
    const first = vaultWith(noKeyStore)
    const store = await first.create({ passcode: '正确的密码1' })
    store.write(tx => tx.clients.put(sampleRow('clients', 1)))
    first.lock()
    expect(first.state()).toEqual({ kind: 'locked', passcode: true, waitSeconds: 0 })
    expect(() => store.read(tx => tx.clients.count())).toThrow(expect.objectContaining({ code: 'locked' }))
    const second = vaultWith(noKeyStore)
    await expect(second.unlock('wrong')).rejects.toMatchObject({ code: 'wrongPasscode' })
    await expect(second.unlock(null)).rejects.toMatchObject({ code: 'locked' })
    // full-width digits are the same passcode
    const again = await second.unlock('正确的密码１')
    expect(again.read(tx => tx.clients.count())).toBe(1)
  })

  test('opens by the keystore alone, and only by the same one', async () => {
    const keyStore = fakeKeyStore()
    const first = vaultWith(keyStore)
    await first.create({ passcode: null })
    first.lock()
    await vaultWith(keyStore).unlock(null)
    await expect(vaultWith(fakeKeyStore()).unlock(null)).rejects.toMatchObject({ code: 'wrongKey' })
  })

  test('needs keystore and passcode both when a passcode was set on top', async () => {
    const keyStore = fakeKeyStore()
    const first = vaultWith(keyStore)
    await first.create({ passcode: 'secret-1' })
    first.lock()
    await expect(vaultWith(fakeKeyStore()).unlock('secret-1')).rejects.toMatchObject({ code: 'wrongKey' })
    await expect(vaultWith(keyStore).unlock('secret-2')).rejects.toMatchObject({ code: 'wrongPasscode' })
    await vaultWith(keyStore).unlock('secret-1')
  })

  test('slows down after three wrong passcodes, also for a new process, and forgets them after the right one', async () => {
    const first = vaultWith(noKeyStore)
    await first.create({ passcode: 'secret-1' })
    first.lock()
    for (const wrong of ['a', 'b', 'c'])
      await expect(first.unlock(wrong)).rejects.toMatchObject({ code: 'wrongPasscode' })
    const second = vaultWith(noKeyStore)
    expect(second.state()).toEqual({ kind: 'locked', passcode: true, waitSeconds: 5 })
    await expect(second.unlock('secret-1')).rejects.toMatchObject({ code: 'waitBeforeRetry' })
    now = '2026-11-23T08:00:05.000Z'
    await second.unlock('secret-1')
    second.lock()
    expect(second.state()).toEqual({ kind: 'locked', passcode: true, waitSeconds: 0 })
  })

  test('changes the passcode without rewriting the database', async () => {
    const vault = vaultWith(noKeyStore)
    const store = await vault.create({ passcode: 'secret-1' })
    store.write(tx => tx.clients.put(sampleRow('clients', 1)))
    store.compactLog()
    const before = database()
    await expect(vault.setPasscode({ current: 'wrong', next: 'secret-2' })).rejects.toMatchObject({
      code: 'wrongPasscode',
    })
    await vault.setPasscode({ current: 'secret-1', next: 'secret-2' })
    expect(database().equals(before)).toBe(true)
    vault.lock()
    await expect(vault.unlock('secret-1')).rejects.toMatchObject({ code: 'wrongPasscode' })
    expect((await vault.unlock('secret-2')).read(tx => tx.clients.count())).toBe(1)
  })

  test('takes the passcode away only where a keystore stands in', async () => {
    const vault = vaultWith(noKeyStore)
    await vault.create({ passcode: 'secret-1' })
    await expect(vault.setPasscode({ current: 'secret-1', next: null })).rejects.toMatchObject({ code: 'invalidInput' })
    vault.lock()
    await vault.unlock('secret-1')
  })

  test('writes the key file for its owner only, with nothing in it that opens the database', async () => {
    const vault = vaultWith(noKeyStore)
    await vault.create({ passcode: 'secret-1' })
    const path = join(home, 'vault.json')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const raw = await vault.withKey('secret-1', key => Promise.resolve(Buffer.from(key)))
    const text = readFileSync(path, 'utf8')
    for (const form of ['hex', 'base64', 'latin1'] as const) expect(text).not.toContain(raw.toString(form))
    expect(text).not.toContain('secret-1')
  })

  test('says in the file that a demo key protects nothing', async () => {
    const vault = vaultWith(noKeyStore)
    await vault.create('demo')
    expect(vault.state()).toMatchObject({ kind: 'open', demo: true, passcode: false })
    expect(readFileSync(join(home, 'vault.json'), 'utf8')).toContain('not protected')
  })
})
