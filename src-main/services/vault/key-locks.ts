import { AppError } from '../../model/app-error.ts'
import type { PasscodeLock, Protection, VaultRecord } from '../../model/vault-record.ts'
import type { KeyDerivation, KeyStore, Sealing } from '../ports/vault-ports.ts'
import { fromBase64, toBase64 } from './base64.ts'

interface LockDeps {
  readonly keyStore: KeyStore
  readonly sealing: Sealing
  readonly derivation: KeyDerivation
}

export const demoNotice = 'Key of fictional demo data, not protected. Never used for a real book.'

/** The same passcode typed with another keyboard (full width, composed signs) gives the same bytes. */
const normalised = (passcode: string): string => passcode.normalize('NFKC')

const contextOf = (id: string): string => `advisor vault 1 ${id}`

export const sealWithPasscode = async (
  { sealing, derivation }: Pick<LockDeps, 'sealing' | 'derivation'>,
  context: string,
  secret: Uint8Array,
  passcode: string,
): Promise<{ readonly lock: PasscodeLock; readonly sealed: Uint8Array }> => {
  const salt = sealing.randomBytes(16)
  const derived = await derivation.derive(normalised(passcode), salt, derivation.cost)
  try {
    const lock: PasscodeLock = { kdf: 'argon2id', ...derivation.cost, salt: toBase64(salt) }
    return { lock, sealed: sealing.seal(derived, secret, context) }
  } finally {
    derived.fill(0)
  }
}

/** Null when the passcode is wrong. */
export const openWithPasscode = async (
  { sealing, derivation }: Pick<LockDeps, 'sealing' | 'derivation'>,
  context: string,
  lock: PasscodeLock,
  sealed: Uint8Array,
  passcode: string,
): Promise<Uint8Array | null> => {
  const derived = await derivation.derive(normalised(passcode), fromBase64(lock.salt), lock)
  try {
    return sealing.open(derived, sealed, context)
  } finally {
    derived.fill(0)
  }
}

export const lockKey = async (
  deps: LockDeps,
  id: string,
  key: Uint8Array,
  wanted: { readonly passcode: string | null } | 'demo',
): Promise<Protection> => {
  if (wanted === 'demo') return { kind: 'demo', notice: demoNotice, key: toBase64(key) }
  const isReal = await deps.keyStore.isReal()
  if (wanted.passcode === null) {
    if (!isReal)
      throw new AppError('invalidInput', 'this computer has no keystore that protects the book', {
        where: 'passcode',
        hint: 'set a passcode',
      })
    return { kind: 'keystore', key: toBase64(await deps.keyStore.wrap(key)) }
  }
  const { lock, sealed } = await sealWithPasscode(deps, contextOf(id), key, wanted.passcode)
  return isReal
    ? { kind: 'both', lock, key: toBase64(await deps.keyStore.wrap(sealed)) }
    : { kind: 'passcode', lock, key: toBase64(sealed) }
}

export const unlockKey = async (deps: LockDeps, record: VaultRecord, passcode: string | null): Promise<Uint8Array> => {
  const { protection, id } = record
  const held = fromBase64(protection.key)
  switch (protection.kind) {
    case 'demo':
      return held
    case 'keystore':
      return unwrapped(deps.keyStore, held)
    case 'passcode':
    case 'both': {
      const sealed = protection.kind === 'both' ? await unwrapped(deps.keyStore, held) : held
      const key = await openWithPasscode(deps, contextOf(id), protection.lock, sealed, passcode ?? '')
      if (key === null) throw new AppError('wrongPasscode', 'the passcode is wrong', { hint: 'try again' })
      return key
    }
  }
}

const unwrapped = async (keyStore: KeyStore, wrapped: Uint8Array): Promise<Uint8Array> => {
  try {
    return await keyStore.unwrap(wrapped)
  } catch (cause) {
    throw new AppError('wrongKey', 'the keystore of this computer does not give the key back', {
      hint: 'sign in to the computer as before, or restore a backup',
      cause,
    })
  }
}
