import type { Product } from '../../model/product.ts'
import type { TableSpec } from './table-spec.ts'

export const productsTable = {
  name: 'products',
  key: ['code'],
  columns: {
    code: 'text',
    name: 'text',
    kind: 'text',
    assetClass: 'text',
    riskGrade: 'text',
    gradedBy: 'text',
    gradedOn: 'text',
    term: 'integer',
    variety: 'integer',
    highRisk: 'boolean',
    redemptionDays: 'integer',
    minimum: 'integer',
    annualFee: 'real',
    sale: 'text',
    onShelf: 'boolean',
    tags: 'json',
    maturesOn: 'text',
    access: 'text',
  },
  orderBy: 'code',
} as const satisfies TableSpec<Product>
