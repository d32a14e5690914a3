import type { PendingRestore, VaultRecord } from '../../model/vault-record.ts'

/** The operating system's keystore; `isReal` is false where it would only obscure (no keyring on Linux). */
export interface KeyStore {
  isReal(): Promise<boolean>
  wrap(secret: Uint8Array): Promise<Uint8Array>
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>
}

/** Authenticated encryption with a 32-byte key; `open` answers null when key, text or context do not fit. */
export interface Sealing {
  seal(key: Uint8Array, plain: Uint8Array, context: string): Uint8Array
  open(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array | null
  randomBytes(length: number): Uint8Array
}

export interface DerivationCost {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}

/** A slow function from passcode and salt to 32 bytes (argon2id). */
export interface KeyDerivation {
  readonly cost: DerivationCost
  derive(passcode: string, salt: Uint8Array, cost: DerivationCost): Promise<Uint8Array>
}

/** The small file beside the database; written whole or not at all. */
export interface VaultFile {
  read(): VaultRecord | null
  write(record: VaultRecord): void
  /** A copy of what is there under another name, with the instant in it; one that has that name already stays. */
  keepAside(at: string): void
}

/** A restore that was begun and is not at its end; written whole or not at all. */
export interface RestoreNote {
  exists(): boolean
  read(): PendingRestore | null
  write(pending: PendingRestore): void
  clear(): void
}
