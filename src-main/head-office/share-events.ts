import type { Engagement } from '../model/engagement.ts'
import type { z } from 'zod'
import { takeNumbers, writeChanges } from './change-log.ts'
import type { Queries } from './database.ts'

export interface ShareRef {
  readonly id: string
  readonly client: string
  readonly report: string
}

export interface ShareEvent {
  readonly kind: 'opened' | 'pagesRead' | 'answered' | 'withdrawn'
  /** Tells events of one kind apart; the same mark overwrites. */
  readonly mark: string
  readonly at: Date
  readonly pages: number | null
  readonly answers: Readonly<Record<string, string>> | null
}

interface Owner {
  readonly book: string
  readonly tier: number
}

const findOwner = async (tx: Queries, client: string): Promise<Owner | null> => {
  const [owner] = await tx.query<Owner>(
    `select c.book, c.tier from books as b,
       lateral (select book, tier from changes where book = b.id and stream = 'clients' and key = $1 and not deleted) as c
     limit 1`,
    [client],
  )
  return owner ?? null
}

/** The book that holds the client, locked; looked up again after the lock, since the client may just have moved. */
const lockOwner = async (tx: Queries, client: string): Promise<Owner | null> => {
  for (;;) {
    const found = await findOwner(tx, client)
    if (found === null) return null
    await takeNumbers(tx, found.book, 0)
    const now = await findOwner(tx, client)
    if (now?.book === found.book) return now
  }
}

/** Writes what the client did into the book that holds the client today. */
export const recordShareEvent = async (tx: Queries, share: ShareRef, event: ShareEvent): Promise<void> => {
  const owner = await lockOwner(tx, share.client)
  if (owner === null) return
  const row: z.input<typeof Engagement> = {
    id: `S-${share.id.slice(0, 40)}-${event.mark}`,
    clientId: share.client,
    reportId: share.report,
    at: event.at.toISOString(),
    kind: event.kind,
    pages: event.pages,
    answers: event.answers,
    source: 'link',
  }
  await writeChanges(tx, owner.book, [{ op: 'put', stream: 'engagements', key: row.id, tier: owner.tier, row }])
}
