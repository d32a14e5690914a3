import { z } from 'zod'
import { AccountId, ClientId, ProductCode } from './ids.ts'
import { Fen, IsoDate, Nav4, Units100 } from './units.ts'

/** Position of one account in one product; key `accountId|code`. */
export const Holding = z
  .object({
    clientId: ClientId,
    accountId: AccountId,
    code: ProductCode,
    units: Units100,
    /** Average cost of one unit. */
    cost: Nav4.nullable(),
    price: Nav4.nullable(),
    priceDate: IsoDate.nullable(),
    value: Fen,
    maturesOn: IsoDate.nullable(),
  })
  .readonly()
export type Holding = z.infer<typeof Holding>
