import { z } from 'zod'
import { ClientId } from './ids.ts'
import { IsoTime } from './units.ts'

/** What came back of a report that was handed over. */
export const Engagement = z
  .object({
    id: z.string().min(1).max(64),
    clientId: ClientId,
    reportId: z.string().min(1).max(64),
    at: IsoTime,
    kind: z.enum(['sent', 'opened', 'pagesRead', 'answered', 'followedUp', 'withdrawn']),
    pages: z.int().min(0).nullable(),
    answers: z.record(z.string(), z.string()).nullable(),
    source: z.enum(['link', 'mail', 'paper', 'advisor']),
  })
  .readonly()
export type Engagement = z.infer<typeof Engagement>
