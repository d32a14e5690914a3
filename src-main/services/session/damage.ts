import type { SessionState } from '../../contract/session.ts'
import { AppError } from '../../model/app-error.ts'

export type Damage = Extract<SessionState, { kind: 'damaged' }>
const DAMAGES = ['databaseCorrupt', 'databaseNewer', 'wrongKey', 'folderNotWritable'] as const

/** What the window can show instead of the book; null for faults that are not about the file. */
export const asDamage = (error: unknown): Damage | null => {
  if (!(error instanceof AppError)) return null
  const code = DAMAGES.find(each => each === error.code)
  if (code === undefined) return null
  return { kind: 'damaged', code, message: error.message, hint: error.hint, canMoveAside: code === 'databaseCorrupt' }
}
