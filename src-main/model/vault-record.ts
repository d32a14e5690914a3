import { z } from 'zod'
import { IsoTime } from './units.ts'

const Base64 = z.base64()

/** How a passcode becomes a key; the cost is kept, so that it can grow without locking anybody out. */
export const PasscodeLock = z
  .object({
    kdf: z.literal('argon2id'),
    memoryKiB: z.int().min(8192).max(4_194_304),
    passes: z.int().min(1).max(100),
    lanes: z.int().min(1).max(16),
    salt: Base64,
  })
  .readonly()
export type PasscodeLock = z.infer<typeof PasscodeLock>

/**
 * Who holds the database key: the OS keystore, a passcode, both (sealed by the passcode, then by the keystore),
 * or nobody, for the fictional data of the demo only.
 */
export const Protection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keystore'), key: Base64 }).readonly(),
  z.object({ kind: z.literal('passcode'), lock: PasscodeLock, key: Base64 }).readonly(),
  z.object({ kind: z.literal('both'), lock: PasscodeLock, key: Base64 }).readonly(),
  z.object({ kind: z.literal('demo'), notice: z.string(), key: Base64 }).readonly(),
])
export type Protection = z.infer<typeof Protection>

export const VaultRecord = z
  .object({
    version: z.literal(1),
    id: z.string().min(1).max(64),
    protection: Protection,
    /** Wrong passcodes in a row, counted before each attempt, so that ending the program does not help. */
    failures: z.int().min(0),
    lastFailureAt: IsoTime.nullable(),
  })
  .readonly()
export type VaultRecord = z.infer<typeof VaultRecord>

/** A restore on its way: from `at` on its copy of the database and this key file take the place of what was here. */
export const PendingRestore = z.object({ at: IsoTime, vault: VaultRecord }).readonly()
export type PendingRestore = z.infer<typeof PendingRestore>
