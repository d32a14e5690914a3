import { z } from 'zod'
import { ClientId } from './ids.ts'
import { IsoTime } from './units.ts'

export const ContactChannel = z.enum(['meeting', 'phone', 'wecom', 'email', 'letter', 'other'])
export type ContactChannel = z.infer<typeof ContactChannel>

export const Contact = z
  .object({
    id: z.string().min(1).max(64),
    clientId: ClientId,
    at: IsoTime,
    channel: ContactChannel,
    minutes: z.int().min(0).max(1440),
    subject: z.string().max(200),
    note: z.string().max(4000),
  })
  .readonly()
export type Contact = z.infer<typeof Contact>
