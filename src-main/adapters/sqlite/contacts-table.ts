import type { Contact } from '../../model/contact.ts'
import type { TableSpec } from './table-spec.ts'

export const contactsTable = {
  name: 'contacts',
  key: ['id'],
  cluster: ['clientId', 'at', 'id'],
  columns: {
    id: 'text',
    clientId: 'text',
    at: 'text',
    channel: 'text',
    minutes: 'integer',
    subject: 'text',
    note: 'text',
  },
  orderBy: 'clientId, at, id',
} as const satisfies TableSpec<Contact>
