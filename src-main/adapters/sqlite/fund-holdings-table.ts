import type { FundHoldings } from '../../model/fund-holding.ts'
import type { TableSpec } from './table-spec.ts'

export const fundHoldingsTable = {
  name: 'fundHoldings',
  key: ['fundId', 'date'],
  columns: {
    fundId: 'text',
    date: 'text',
    scope: 'text',
    allocation: 'json',
    positions: 'json',
    sectors: 'json',
  },
  orderBy: 'fundId, date',
} as const satisfies TableSpec<FundHoldings>
