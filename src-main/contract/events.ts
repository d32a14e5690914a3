import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { base, none } from './base.ts'
import { SyncProgress } from './sync.ts'

/** What the window hears without asking; areas name what may be stale now. */
export const AppEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session') }).readonly(),
  z.object({ kind: z.literal('sync'), progress: SyncProgress }).readonly(),
  z
    .object({
      kind: z.literal('changed'),
      areas: z.array(z.enum(['book', 'market', 'rules', 'reports', 'outbox', 'settings', 'suitability'])),
    })
    .readonly(),
])
export type AppEvent = z.infer<typeof AppEvent>

export const events = { stream: base.input(none).output(eventIterator(AppEvent)) }
