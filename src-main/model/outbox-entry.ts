import { z } from 'zod'
import { AssessedFacts } from './assessment.ts'
import { Consent } from './consent.ts'
import { Contact } from './contact.ts'
import { Engagement } from './engagement.ts'
import { EntryId } from './ids.ts'
import { Questionnaire } from './questionnaire.ts'
import { ReplyForm } from './reply-form.ts'
import { Tag } from './tag.ts'
import { Task } from './task.ts'
import { IsoTime } from './units.ts'

const head = { id: EntryId, madeAt: IsoTime }

/** What the advisor did offline. `base` is the value the edit started from, per field, for conflict detection. */
export const OutboxEntry = z.discriminatedUnion('kind', [
  z.object({ ...head, kind: z.literal('contact'), row: Contact }).readonly(),
  z.object({ ...head, kind: z.literal('tag'), row: Tag, base: z.record(z.string(), z.unknown()) }).readonly(),
  z.object({ ...head, kind: z.literal('tagRemoved'), clientId: z.string(), name: z.string() }).readonly(),
  z.object({ ...head, kind: z.literal('task'), row: Task, base: z.record(z.string(), z.unknown()) }).readonly(),
  z
    .object({
      ...head,
      kind: z.literal('contactDetails'),
      clientId: z.string(),
      fields: z.object({ phone: z.string().nullable().optional(), email: z.string().nullable().optional() }),
      base: z.record(z.string(), z.unknown()),
    })
    .readonly(),
  /** `facts`: what of the result counts before head office has reviewed it; absent where all of it does. */
  z
    .object({ ...head, kind: z.literal('questionnaire'), row: Questionnaire, facts: AssessedFacts.optional() })
    .readonly(),
  z.object({ ...head, kind: z.literal('engagement'), row: Engagement }).readonly(),
  z.object({ ...head, kind: z.literal('suggestion'), clientId: z.string(), body: z.unknown() }).readonly(),
  z.object({ ...head, kind: z.literal('shareReport'), clientId: z.string(), body: z.unknown() }).readonly(),
  /** Length and end of this install's chain of evidence, signed; about no client, so `clientId` is `-`. */
  z
    .object({
      ...head,
      kind: z.literal('evidenceHead'),
      clientId: z.literal('-'),
      count: z.int().positive(),
      hash: z.string().length(64),
      signature: z.string().max(200),
    })
    .readonly(),
  z.object({ ...head, kind: z.literal('consent'), clientId: z.string(), row: Consent }).readonly(),
  z.object({ ...head, kind: z.literal('replyForm'), clientId: z.string(), form: ReplyForm }).readonly(),
])
export type OutboxEntry = z.infer<typeof OutboxEntry>

/** Head office's answer for one entry; `conflicts` names the fields whose other value won. */
export const OutboxAnswer = z
  .object({
    id: EntryId,
    state: z.enum(['applied', 'duplicate', 'rejected']),
    reason: z.string().nullable(),
    conflicts: z.array(z.object({ field: z.string(), winner: z.unknown(), loser: z.unknown() }).readonly()),
  })
  .readonly()
export type OutboxAnswer = z.infer<typeof OutboxAnswer>
