import { assessedFacts } from '../domain/suitability/assessed-facts.ts'
import { OutboxEntry } from '../model/outbox-entry.ts'
import type { Questionnaire } from '../model/questionnaire.ts'
import { writeChanges } from './change-log.ts'
import type { Database, Queries } from './database.ts'
import { findRow } from './outbox.ts'

/** A result that a workstation held back: it renewed nothing and raised nothing, and waits for a person here. */
export interface HeldAssessment {
  readonly id: string
  readonly clientId: string
  readonly clientName: string
  readonly date: string
  readonly version: string
  readonly answeredBy: Questionnaire['answeredBy']
  /** The level that the answers give, and the one that counts now. */
  readonly result: string
  readonly level: string | null
}

interface Waiting {
  readonly row: Questionnaire
  readonly owner: NonNullable<Awaited<ReturnType<typeof findRow>>>
}

const waitingOf = async (tx: Queries, book: string): Promise<readonly Waiting[]> => {
  const sent = await tx.query<{ entry: string }>(
    `select entry from outbox where book = $1 and entry::jsonb->>'kind' = 'questionnaire'
     and answer::jsonb->>'state' = 'applied' order by received_at`,
    [book],
  )
  const waiting: Waiting[] = []
  for (const { entry: text } of sent) {
    const entry = OutboxEntry.parse(JSON.parse(text))
    if (entry.kind !== 'questionnaire' || entry.facts === undefined || entry.facts.assessedOn !== undefined) continue
    const owner = await findRow(tx, book, 'clients', entry.row.clientId)
    // released, or overtaken by a newer assessment that counted
    if (owner === null || String(owner.row['assessedOn'] ?? '') >= entry.row.date) continue
    waiting.push({ row: entry.row, owner })
  }
  return waiting
}

/** Results of a book that wait for head office, the oldest first. */
export const heldAssessments = async (db: Database, book: string): Promise<readonly HeldAssessment[]> =>
  db.transaction(async tx =>
    (await waitingOf(tx, book)).map(({ row, owner }) => ({
      id: row.id,
      clientId: row.clientId,
      clientName: String(owner.row['name'] ?? ''),
      date: row.date,
      version: row.version,
      answeredBy: row.answeredBy,
      result: row.riskCapacity,
      level: owner.row['riskCapacity'] === null ? null : String(owner.row['riskCapacity']),
    })),
  )

/** Lets a held result count in full; the workstation has it with its next sync. */
export const releaseAssessment = async (db: Database, book: string, id: string): Promise<void> =>
  db.transaction(async tx => {
    await tx.query('select seq from books where id = $1 for update', [book])
    const found = (await waitingOf(tx, book)).find(each => each.row.id === id)
    if (found === undefined) throw new Error(`No assessment ${id} waits in book ${book}. --held lists those that do`)
    const { row, owner } = found
    await writeChanges(tx, book, [
      {
        op: 'put',
        stream: 'clients',
        key: row.clientId,
        tier: owner.tier,
        row: { ...owner.row, ...assessedFacts({ row }) },
      },
    ])
  })
