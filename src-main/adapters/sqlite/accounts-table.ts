import type { Account } from '../../model/account.ts'
import type { TableSpec } from './table-spec.ts'

export const accountsTable = {
  name: 'accounts',
  key: ['id'],
  columns: {
    id: 'text',
    clientId: 'text',
    kind: 'text',
    openedOn: 'text',
    status: 'text',
    cash: 'integer',
    marginDebt: 'integer',
  },
  orderBy: 'id',
} as const satisfies TableSpec<Account>
