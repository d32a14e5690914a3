import { z } from 'zod'
import { ContactChannel } from './contact.ts'
import { ClientId } from './ids.ts'
import { Task } from './task.ts'
import { IsoDate } from './units.ts'

const ids = z.array(ClientId).min(1).max(50_000).readonly()

/** The same piece of work for many clients at once. */
export const BulkWork = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('tag'), ids, name: z.string().trim().min(1).max(40), value: z.string().trim().max(200) })
    .readonly(),
  z
    .object({
      kind: z.literal('task'),
      ids,
      title: z.string().trim().min(1).max(200),
      task: Task.unwrap().shape.kind,
      dueOn: IsoDate.nullable(),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('contact'),
      ids,
      channel: ContactChannel,
      minutes: z.int().min(0).max(1440),
      subject: z.string().trim().max(200),
      note: z.string().trim().max(4000),
    })
    .readonly(),
])
export type BulkWork = z.infer<typeof BulkWork>
