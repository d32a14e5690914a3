import type { Holding } from '../../model/holding.ts'
import type { TableSpec } from './table-spec.ts'

export const holdingsTable = {
  name: 'holdings',
  key: ['accountId', 'code'],
  cluster: ['clientId', 'accountId', 'code'],
  columns: {
    clientId: 'text',
    accountId: 'text',
    code: 'text',
    units: 'integer',
    cost: 'integer',
    price: 'integer',
    priceDate: 'text',
    value: 'integer',
    maturesOn: 'text',
  },
  orderBy: 'clientId, accountId, code',
} as const satisfies TableSpec<Holding>
