import type { OutboxAnswer } from '../model/outbox-entry.ts'
import type { ReplyForm } from '../model/reply-form.ts'
import type { Queries } from './database.ts'
import { codeHash, hashToken } from './shares.ts'

const day = 86_400_000
const longest = 400 * day

type Outcome = Omit<OutboxAnswer, 'id'>
const rejected = (reason: string): Outcome => ({ state: 'rejected', reason, conflicts: [] })

/** Opens a page with the three questions and nothing else, good until its day. */
export const addReplyForm = async (
  tx: Queries,
  book: string,
  client: string,
  form: ReplyForm,
  at: Date,
): Promise<Outcome> => {
  const ends = Date.parse(form.expiresAt)
  if (ends <= at.getTime() || ends > at.getTime() + longest) return rejected('INVALID form.expiresAt: within 400 days')
  const { salt, hash } = await codeHash(form.accessCode)
  const added = await tx.query<{ id: string }>(
    `insert into shares (token_hash, book, id, client, report, title, consent, kind, created_at, expires_at, code_salt, code_hash, pages)
     values ($1, $2, $3, $4, $5, $6, false, 'form', $7, $8, $9, $10, 0) on conflict do nothing returning id`,
    [
      hashToken(form.token),
      book,
      `form-${form.reportId}`,
      client,
      form.reportId,
      form.title,
      at.toISOString(),
      form.expiresAt,
      salt,
      hash,
    ],
  )
  return added.length === 0 ? rejected('FORM_EXISTS') : { state: 'applied', reason: null, conflicts: [] }
}
