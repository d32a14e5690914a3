import type { YieldChunk } from '../../model/yield-chunk.ts'
import type { TableSpec } from './table-spec.ts'

export const yieldsTable = {
  name: 'yields',
  key: ['curve', 'months', 'year'],
  columns: {
    curve: 'text',
    months: 'integer',
    year: 'integer',
    name: 'text',
    days: 'json',
    yields: 'json',
  },
  orderBy: 'curve, months, year',
} as const satisfies TableSpec<YieldChunk>
