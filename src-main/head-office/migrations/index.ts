import { changeLog } from './0001-change-log.ts'
import { devices } from './0002-devices.ts'
import { outbox } from './0003-outbox.ts'
import { replyForms } from './0006-reply-forms.ts'
import { shares } from './0004-shares.ts'
import { evidenceHeads } from './0005-evidence-heads.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** In order; never edited once released, only added to. */
export const migrations: readonly Migration[] = [changeLog, devices, outbox, shares, evidenceHeads, replyForms]
