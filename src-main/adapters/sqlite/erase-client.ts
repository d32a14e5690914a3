import type { Prepare } from './table.ts'

const perClient = [
  'accounts',
  'holdings',
  'trades',
  'questionnaires',
  'contacts',
  'tags',
  'tasks',
  'engagements',
  'segmentHistory',
  'suggestions',
  'notices',
  'reports',
  'deliveries',
  'consents',
  'conflicts',
  'batchItems',
] as const

/** A client who moved to another advisor leaves nothing here but the evidence; what still waits to be pushed stays until it is. */
export const eraseClient = (prepare: Prepare, clientId: string): void => {
  for (const table of perClient) prepare(`DELETE FROM ${table} WHERE clientId = ?`).run([clientId])
  prepare(`DELETE FROM outbox WHERE clientId = ? AND state <> 'waiting'`).run([clientId])
  prepare(`DELETE FROM syncRejects WHERE stream = 'clients' AND key = ?`).run([clientId])
}
