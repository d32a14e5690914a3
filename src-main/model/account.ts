import { z } from 'zod'
import { AccountId, ClientId } from './ids.ts'
import { Fen, IsoDate } from './units.ts'

export const Account = z
  .object({
    id: AccountId,
    clientId: ClientId,
    kind: z.enum(['cash', 'margin', 'fund', 'advisory', 'external']),
    openedOn: IsoDate.nullable(),
    status: z.enum(['active', 'dormant', 'closed']),
    cash: Fen,
    marginDebt: Fen,
  })
  .readonly()
export type Account = z.infer<typeof Account>
