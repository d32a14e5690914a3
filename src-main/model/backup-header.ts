import { z } from 'zod'
import { IsoTime } from './units.ts'
import { PasscodeLock } from './vault-record.ts'

export const backupVersion = 1

/** First line of a backup; the encrypted database follows it. */
export const BackupHeader = z
  .object({
    magic: z.literal('advisor-backup'),
    version: z.int().positive(),
    schemaVersion: z.int().positive(),
    id: z.string().min(1).max(64),
    madeAt: IsoTime,
    lock: PasscodeLock,
    /** The database key, sealed by the passcode. */
    key: z.base64(),
    bytes: z.int().positive(),
  })
  .readonly()
export type BackupHeader = z.infer<typeof BackupHeader>
