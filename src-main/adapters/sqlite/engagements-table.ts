import type { Engagement } from '../../model/engagement.ts'
import type { TableSpec } from './table-spec.ts'

export const engagementsTable = {
  name: 'engagements',
  key: ['id'],
  columns: {
    id: 'text',
    clientId: 'text',
    reportId: 'text',
    at: 'text',
    kind: 'text',
    pages: 'integer',
    answers: 'json',
    source: 'text',
  },
  orderBy: 'clientId, at, id',
} as const satisfies TableSpec<Engagement>
