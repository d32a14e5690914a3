import { z } from 'zod'
import { base, none } from './base.ts'

export const Advisor = z
  .object({
    id: z.string(),
    name: z.string(),
    licence: z.string(),
  })
  .readonly()
export type Advisor = z.infer<typeof Advisor>

export const SessionState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('firstRun') }).readonly(),
  z.object({ kind: z.literal('locked'), waitSeconds: z.int().min(0), passcode: z.boolean() }).readonly(),
  z
    .object({
      kind: z.literal('damaged'),
      code: z.enum(['databaseCorrupt', 'databaseNewer', 'wrongKey', 'folderNotWritable']),
      message: z.string(),
      hint: z.string(),
      canMoveAside: z.boolean(),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('open'),
      /** Another number is another opening, maybe of another book: what a window remembers of the one before is not this one's. */
      opening: z.int().min(1),
      advisor: Advisor.nullable(),
      demo: z.boolean(),
      passcode: z.boolean(),
      lockMinutes: z.int().min(0),
      version: z.string(),
    })
    .readonly(),
])
export type SessionState = z.infer<typeof SessionState>

/** Null trusts the keystore of the computer alone. */
const passcode = z.string().min(6).max(200).nullable()

export const session = {
  state: base.input(none).output(SessionState),
  startDemo: base.input(none).output(SessionState),
  enrol: base
    .input(z.object({ url: z.url(), code: z.string().min(4).max(64), deviceName: z.string().min(1).max(80), passcode }))
    .output(SessionState),
  create: base.input(z.object({ passcode })).output(SessionState),
  unlock: base.input(z.object({ passcode: z.string().min(1).max(200) })).output(SessionState),
  lock: base.input(none).output(SessionState),
  /** Somebody is at a window: the lock of an idle workstation begins to count anew. */
  active: base.input(none).output(none),
  setPasscode: base.input(z.object({ current: z.string().nullable(), next: passcode })).output(SessionState),
  moveAside: base.input(none).output(SessionState),
  /** Asks for a folder and writes an encrypted backup there; null when none is chosen. */
  backup: base
    .input(z.object({ passcode: z.string().min(6).max(200) }))
    .output(z.object({ path: z.string(), bytes: z.int() }).readonly().nullable()),
  /** Removes the book, its key and everything beside it from this computer. The passcode proves who asks, where there is one. */
  erase: base.input(z.object({ passcode: z.string().max(200).nullable() })).output(SessionState),
  /** Asks for a backup file and opens its book; what was here is moved aside. The state stays when no file is chosen. */
  restore: base.input(z.object({ passcode: z.string().min(1).max(200) })).output(SessionState),
}
