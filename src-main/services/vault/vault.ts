import { AppError } from '../../model/app-error.ts'
import type { Protection, VaultRecord } from '../../model/vault-record.ts'
import { passcodeWait } from '../../domain/vault/passcode-wait.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { KeyDerivation, KeyStore, Sealing, VaultFile } from '../ports/vault-ports.ts'
import { lockKey, unlockKey } from './key-locks.ts'

export interface VaultDeps {
  readonly file: VaultFile
  readonly keyStore: KeyStore
  readonly sealing: Sealing
  readonly derivation: KeyDerivation
  readonly clock: Clock
  readonly newId: () => string
  /** Opens the database with a key that the vault has proved; must not keep the key's bytes. */
  readonly openStore: (rawKey: Uint8Array) => Store
}

export type VaultState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'locked'; readonly passcode: boolean; readonly waitSeconds: number }
  | { readonly kind: 'open'; readonly passcode: boolean; readonly demo: boolean; readonly store: Store }

export interface Vault {
  state(): VaultState
  /** A new key. Without a passcode it needs a real keystore; `demo` keeps the key beside fictional data. */
  create(protection: { readonly passcode: string | null } | 'demo'): Promise<Store>
  unlock(passcode: string | null): Promise<Store>
  /** Closes the database; its key is gone from memory. */
  lock(): void
  /** `next` null takes the passcode away, which needs a real keystore. The database is not rewritten. */
  setPasscode(change: { readonly current: string | null; readonly next: string | null }): Promise<void>
  /** Runs `work` with the raw key, and wipes it afterwards. */
  withKey<T>(passcode: string | null, work: (rawKey: Uint8Array) => Promise<T>): Promise<T>
  /** What the key file would hold for a key that came with a backup. */
  recordFor(rawKey: Uint8Array, passcode: string | null): Promise<VaultRecord>
}

const hasPasscode = (protection: Protection): boolean => protection.kind === 'passcode' || protection.kind === 'both'

const freshRecord = (id: string, protection: Protection): VaultRecord => ({
  version: 1,
  id,
  protection,
  failures: 0,
  lastFailureAt: null,
})

export const createVault = (deps: VaultDeps): Vault => {
  let store: Store | null = null
  let attempts: Promise<void> = Promise.resolve()

  const known = (): VaultRecord => {
    const record = deps.file.read()
    if (record === null) throw new AppError('notFound', 'there is no vault here yet', { hint: 'set it up first' })
    return record
  }
  const waitSeconds = (record: VaultRecord): number => {
    if (record.lastFailureAt === null) return 0
    return passcodeWait(record.failures, (Date.parse(deps.clock.now()) - Date.parse(record.lastFailureAt)) / 1000)
  }
  const proveKey = (passcode: string | null): Promise<Uint8Array> => {
    // one after the other: attempts at the same time would be counted as one
    const proved = attempts.then(() => attempt(passcode))
    attempts = proved.then(
      () => undefined,
      () => undefined,
    )
    return proved
  }
  const attempt = async (passcode: string | null): Promise<Uint8Array> => {
    const record = known()
    if (!hasPasscode(record.protection)) return unlockKey(deps, record, null)
    const wait = waitSeconds(record)
    if (wait > 0)
      throw new AppError('waitBeforeRetry', `too many wrong passcodes, wait ${wait} seconds`, {
        hint: `try again in ${wait} seconds`,
      })
    if (passcode === null) throw new AppError('locked', 'the book is locked', { hint: 'enter the passcode' })
    deps.file.write({ ...record, failures: record.failures + 1, lastFailureAt: deps.clock.now() })
    const key = await unlockKey(deps, record, passcode)
    deps.file.write({ ...record, failures: 0, lastFailureAt: null })
    return key
  }
  const save = (id: string, protection: Protection): void => deps.file.write(freshRecord(id, protection))

  const open = (key: Uint8Array): Store => {
    try {
      store = deps.openStore(key)
      return store
    } finally {
      key.fill(0)
    }
  }
  return {
    state() {
      const record = deps.file.read()
      if (record === null) return { kind: 'empty' }
      const passcode = hasPasscode(record.protection)
      if (store === null) return { kind: 'locked', passcode, waitSeconds: waitSeconds(record) }
      return { kind: 'open', passcode, demo: record.protection.kind === 'demo', store }
    },
    async create(wanted) {
      if (deps.file.read() !== null)
        throw new AppError('invalidInput', 'there is a vault here already', { hint: 'unlock it, or move it aside' })
      const id = deps.newId()
      const key = deps.sealing.randomBytes(32)
      const protection = await lockKey(deps, id, key, wanted)
      // the file first: a database whose key was lost could never be opened
      save(id, protection)
      return open(key)
    },
    async unlock(passcode) {
      if (store !== null) return store
      return open(await proveKey(passcode))
    },
    lock() {
      store?.close()
      store = null
    },
    async setPasscode({ current, next }) {
      const key = await proveKey(current)
      const { id } = known()
      try {
        save(id, await lockKey(deps, id, key, { passcode: next }))
      } finally {
        key.fill(0)
      }
    },
    async withKey(passcode, work) {
      const key = await proveKey(passcode)
      try {
        return await work(key)
      } finally {
        key.fill(0)
      }
    },
    async recordFor(rawKey, passcode) {
      const id = deps.newId()
      return freshRecord(id, await lockKey(deps, id, rawKey, { passcode }))
    },
  }
}
