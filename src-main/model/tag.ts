import { z } from 'zod'
import { ClientId } from './ids.ts'
import { IsoTime } from './units.ts'

/** One label on one client; key `clientId|name`. */
export const Tag = z
  .object({ clientId: ClientId, name: z.string().min(1).max(40), value: z.string().max(200), changedAt: IsoTime })
  .readonly()
export type Tag = z.infer<typeof Tag>
