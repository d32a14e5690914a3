import { z } from 'zod'
import { ClientId } from './ids.ts'
import { IsoDate, IsoTime } from './units.ts'

export const Task = z
  .object({
    id: z.string().min(1).max(64),
    clientId: ClientId,
    kind: z.enum([
      'contact',
      'questionnaire',
      'suitabilityNotice',
      'suggestion',
      'report',
      'reply',
      'maturity',
      'other',
    ]),
    title: z.string().min(1).max(200),
    dueOn: IsoDate.nullable(),
    state: z.enum(['open', 'done', 'later', 'notRelevant']),
    changedAt: IsoTime,
  })
  .readonly()
export type Task = z.infer<typeof Task>
