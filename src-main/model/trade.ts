import { z } from 'zod'
import { AccountId, ClientId, ProductCode } from './ids.ts'
import { Fen, IsoDate, Nav4, Units100 } from './units.ts'

/** Sides of the field: 认购/申购/定投 are `buy`, 赎回 `sell`, 转换 `convertIn`/`convertOut`, 强增/强减 `adjustIn`/`adjustOut`. */
export const TradeSide = z.enum([
  'buy',
  'sell',
  'convertIn',
  'convertOut',
  'dividend',
  'reinvest',
  'split',
  'adjustIn',
  'adjustOut',
  'deposit',
  'withdraw',
])
export type TradeSide = z.infer<typeof TradeSide>

export const Trade = z
  .object({
    id: z.string().min(1).max(64),
    clientId: ClientId,
    accountId: AccountId,
    date: IsoDate,
    side: TradeSide,
    /** Null for deposits and withdrawals of cash. */
    code: ProductCode.nullable(),
    /** Change of units, always positive; for `split` the units added. */
    units: Units100,
    price: Nav4.nullable(),
    /** Gross amount, always positive. */
    amount: Fen,
    fee: Fen,
    status: z.enum(['confirmed', 'pending', 'failed']),
  })
  .readonly()
export type Trade = z.infer<typeof Trade>
