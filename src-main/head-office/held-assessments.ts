import { assessedFacts } from '../domain/suitability/assessed-facts.ts'
import { OutboxEntry } from '../model/outbox-entry.ts'
import { AssessmentReview, Questionnaire } from '../model/questionnaire.ts'
import { IsoTime } from '../model/units.ts'
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
  readonly why: Questionnaire['held']
  /** The level that the answers give, and the one that counts now. */
  readonly result: string
  readonly level: string | null
}

interface Waiting {
  readonly row: Questionnaire
  readonly owner: NonNullable<Awaited<ReturnType<typeof findRow>>>
}

/** Held results that nobody decided on and that no later answers have overtaken, the oldest first. */
const waitingOf = async (tx: Queries, book: string): Promise<readonly Waiting[]> => {
  const sent = await tx.query<{ entry: string }>(
    `select entry from outbox where book = $1 and entry::jsonb->>'kind' = 'questionnaire'
     and answer::jsonb->>'state' = 'applied' order by received_at desc`,
    [book],
  )
  const waiting: Waiting[] = []
  const overtaken = new Set<string>()
  for (const { entry: text } of sent) {
    const entry = OutboxEntry.parse(JSON.parse(text))
    if (entry.kind !== 'questionnaire') continue
    const { clientId } = entry.row
    const stored = await findRow(tx, book, 'questionnaires', entry.row.id)
    const row = stored === null ? entry.row : Questionnaire.parse(stored.row)
    const counted = entry.facts === undefined || entry.facts.assessedOn !== undefined
    if (counted || row.review?.decision === 'released') overtaken.add(clientId)
    const owner = await findRow(tx, book, 'clients', clientId)
    if (owner === null || row.review !== null || overtaken.has(clientId)) continue
    if (String(owner.row['assessedOn'] ?? '') <= row.date) waiting.unshift({ row, owner })
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
      why: row.held,
      result: row.riskCapacity,
      level: owner.row['riskCapacity'] === null ? null : String(owner.row['riskCapacity']),
    })),
  )

export type Decision = Omit<AssessmentReview, 'at'>

/**
 * Lets a held result count in full, or declines it for good; the workstation has the decision, and the new level, with its
 * next sync. What the result lowered stays lowered either way.
 */
export const decideAssessment = async (
  db: Database,
  book: string,
  id: string,
  decision: Decision,
  now: Date,
): Promise<void> =>
  db.transaction(async tx => {
    await tx.query('select seq from books where id = $1 for update', [book])
    const found = (await waitingOf(tx, book)).find(each => each.row.id === id)
    if (found === undefined)
      throw new Error(`No assessment ${id} waits in book ${book}. "assessments list" names those that do`)
    const { row, owner } = found
    const review = AssessmentReview.parse({ ...decision, at: IsoTime.parse(now.toISOString()) })
    const { tier } = owner
    await writeChanges(tx, book, [
      { op: 'put', stream: 'questionnaires', key: row.id, tier, row: { ...row, review } },
      ...(review.decision === 'declined'
        ? []
        : [
            {
              op: 'put',
              stream: 'clients',
              key: row.clientId,
              tier,
              row: { ...owner.row, ...assessedFacts({ row }) },
            } as const,
          ]),
    ])
  })
