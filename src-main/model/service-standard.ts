import { z } from 'zod'
import { ContactChannel } from './contact.ts'
import { BiText } from './text.ts'

/** Who may serve a cell, from the shared hotline team to the chief advisor. */
export const ServerRole = z.enum(['serviceTeam', 'advisor', 'seniorAdvisor', 'chiefAdvisor'])
export type ServerRole = z.infer<typeof ServerRole>

export const ServiceStandard = z
  .strictObject({
    /** At the latest this many days between two contacts. */
    cadenceDays: z.int().min(1).max(730),
    channels: z.array(ContactChannel).min(1).readonly(),
    minutes: z.int().min(1).max(480),
    servers: z.array(ServerRole).min(1).readonly(),
    /** May be served by one message to many when hours are short. */
    batch: z.boolean(),
    customServices: BiText,
  })
  .readonly()
export type ServiceStandard = z.infer<typeof ServiceStandard>
