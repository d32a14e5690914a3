import { z } from 'zod'

/** The closed list of what can go wrong; the screen and the CLI word each of them. */
export const AppErrorCode = z.enum([
  'invalidInput',
  'notFound',
  'locked',
  'wrongPasscode',
  'waitBeforeRetry',
  'wrongKey',
  'databaseNewer',
  'databaseCorrupt',
  'folderNotWritable',
  'diskFull',
  'notEnrolled',
  'enrolRefused',
  'deviceRevoked',
  'offline',
  'upstreamFault',
  'upstreamNewer',
  'upstreamRestored',
  'cancelled',
  'printerFault',
  'reportRefused',
  'signatureFault',
  'mailFault',
  'fileUnreadable',
  'backupDamaged',
  'backupNewer',
  'busy',
  'internal',
])
export type AppErrorCode = z.infer<typeof AppErrorCode>

/** What, where, and what to do; `detail` never holds client data. */
export class AppError extends Error {
  readonly code: AppErrorCode
  readonly where: string
  readonly hint: string

  constructor(code: AppErrorCode, message: string, at: { where?: string; hint?: string; cause?: unknown } = {}) {
    super(message, at.cause === undefined ? undefined : { cause: at.cause })
    this.name = 'AppError'
    this.code = code
    this.where = at.where ?? ''
    this.hint = at.hint ?? ''
  }
}
