import type { Questionnaire } from '../../model/questionnaire.ts'
import type { TableSpec } from './table-spec.ts'

export const questionnairesTable = {
  name: 'questionnaires',
  key: ['id'],
  cluster: ['clientId', 'date', 'id'],
  columns: {
    id: 'text',
    clientId: 'text',
    date: 'text',
    version: 'text',
    score: 'real',
    riskCapacity: 'text',
    validUntil: 'text',
    term: 'integer',
    variety: 'integer',
    answers: 'json',
    answeredBy: 'text',
    held: 'json',
    review: 'json',
  },
  orderBy: 'clientId, date, id',
} as const satisfies TableSpec<Questionnaire>
