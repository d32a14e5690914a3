import type { Trade } from '../../model/trade.ts'
import type { TableSpec } from './table-spec.ts'

export const tradesTable = {
  name: 'trades',
  key: ['id'],
  cluster: ['clientId', 'date', 'id'],
  columns: {
    id: 'text',
    clientId: 'text',
    accountId: 'text',
    date: 'text',
    side: 'text',
    code: 'text',
    units: 'integer',
    price: 'integer',
    amount: 'integer',
    fee: 'integer',
    status: 'text',
  },
  orderBy: 'clientId, date, id',
} as const satisfies TableSpec<Trade>
