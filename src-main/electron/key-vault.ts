import { safeStorage } from 'electron'
import type { KeyStore } from '../engine.ts'

/** `basic_text` means a fixed key in the binary: that protects nothing. */
const isReal = (): boolean => {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

export const keyStore = {
  isReal: async () => isReal(),
  wrap: async (secret: Uint8Array) => new Uint8Array(safeStorage.encryptString(Buffer.from(secret).toString('base64'))),
  unwrap: async (wrapped: Uint8Array) =>
    new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'base64')),
} satisfies KeyStore
