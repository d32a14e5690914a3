import { safeStorage } from 'electron'
import type { SecretKeeper } from './answers-file.ts'

/** `basic_text` means a fixed key in the binary: that protects nothing. */
export const keyStoreAvailable = (): boolean => {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

export const wrapSecret = (secret: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(safeStorage.encryptString(Buffer.from(secret).toString('base64')))

export const unwrapSecret = (wrapped: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'base64'))

export const secretKeeper: SecretKeeper = { isReal: keyStoreAvailable, wrap: wrapSecret, unwrap: unwrapSecret }
