import type { Fund } from '../../model/fund.ts'
import type { TableSpec } from './table-spec.ts'

export const fundsTable = {
  name: 'funds',
  key: ['code'],
  columns: {
    code: 'text',
    fundId: 'text',
    name: 'text',
    shareClass: 'text',
    company: 'text',
    type: 'text',
    peerGroup: 'text',
    inceptionOn: 'text',
    closedOn: 'text',
    managers: 'json',
    benchmark: 'json',
    sizes: 'json',
    fees: 'json',
    dividends: 'json',
    splits: 'json',
    status: 'text',
    purchaseLimit: 'integer',
    holders: 'json',
    turnover: 'json',
    duration: 'real',
    ratings: 'json',
  },
  orderBy: 'code',
} as const satisfies TableSpec<Fund>
