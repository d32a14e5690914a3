import type { Tag } from '../../model/tag.ts'
import type { TableSpec } from './table-spec.ts'

export const tagsTable = {
  name: 'tags',
  key: ['clientId', 'name'],
  columns: {
    clientId: 'text',
    name: 'text',
    value: 'text',
    changedAt: 'text',
  },
  orderBy: 'clientId, name',
} as const satisfies TableSpec<Tag>
