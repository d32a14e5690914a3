import { z } from 'zod'

/** What one table of a file holds. `wideTrades` has one column for each fund code, `navs` one fund's history, `market` what was published of funds and indices. */
export const ImportKind = z.enum(['clients', 'holdings', 'trades', 'wideTrades', 'navs', 'market'])
export type ImportKind = z.infer<typeof ImportKind>

/** Fields a column can be mapped to, by kind; `fee` may take several columns, which are added up. */
export const importFields = {
  clients: [
    'id',
    'name',
    'account',
    'clientKind',
    'idType',
    'idNumber',
    'gender',
    'birthDate',
    'phone',
    'email',
    'openedOn',
    'branch',
    'servedBy',
    'tier',
    'assets',
    'cash',
    'marginDebt',
    'averageAssets',
    'revenue',
    'investorType',
    'professionalUntil',
    'riskCapacity',
    'lowestClass',
    'assessedOn',
    'validUntil',
    'score',
    'questionnaireVersion',
    'term',
    'variety',
    'objective',
    'tags',
    'lastContact',
    'doNotDisturb',
    'advisory',
  ],
  holdings: [
    'client',
    'clientName',
    'account',
    'agency',
    'code',
    'name',
    'productType',
    'units',
    'cost',
    'price',
    'priceDate',
    'value',
    'profit',
    'currency',
    'riskGrade',
    'term',
    'variety',
    'maturesOn',
  ],
  trades: [
    'client',
    'clientName',
    'account',
    'date',
    'time',
    'side',
    'code',
    'name',
    'units',
    'price',
    'amount',
    'netAmount',
    'order',
    'fee',
    'currency',
    'number',
    'status',
  ],
  wideTrades: ['date'],
  navs: ['code', 'date', 'nav'],
  market: [],
} as const satisfies Readonly<Record<ImportKind, readonly string[]>>

/** Column numbers by field; a field that is not in the table is absent. */
export const ImportMapping = z
  .object({ kind: ImportKind, columns: z.record(z.string(), z.array(z.int().min(0)).readonly()).readonly() })
  .readonly()
export type ImportMapping = z.infer<typeof ImportMapping>

/** Without these a table of the kind says nothing. Each group needs one of its fields. */
export const neededFields: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  clients: [['id'], ['name', 'assets', 'riskCapacity', 'phone', 'tags']],
  holdings: [
    ['code', 'name'],
    ['units', 'value'],
  ],
  trades: [['date'], ['code', 'name'], ['units', 'order']],
  wideTrades: [['date']],
  navs: [['date'], ['nav']],
  market: [],
}
