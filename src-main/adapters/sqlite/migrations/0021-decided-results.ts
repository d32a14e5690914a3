import type { Migration } from './migration.ts'

/** The list of today looks for what head office decided; hardly any result ever had to wait for it. */
export const decidedResults: Migration = {
  version: 21,
  name: 'decided-results',
  sql: `CREATE INDEX decidedQuestionnaires ON questionnaires (clientId) WHERE review <> 'null'`,
}
