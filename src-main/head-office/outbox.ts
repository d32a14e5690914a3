import { assessedFacts } from '../domain/suitability/assessed-facts.ts'
import { consentFields } from '../model/consent.ts'
import { OutboxAnswer, OutboxEntry } from '../model/outbox-entry.ts'
import { addReplyForm } from './reply-forms.ts'
import { writeChanges } from './change-log.ts'
import type { Queries } from './database.ts'
import type { Device } from './devices.ts'
import { fileHead } from './evidence-heads.ts'
import { mergeFields } from './merge-fields.ts'
import type { Office } from './office.ts'

interface Stored {
  readonly tier: number
  readonly row: Readonly<Record<string, unknown>>
}

/** The present version of a row of this book. */
export const findRow = async (tx: Queries, book: string, stream: string, key: string): Promise<Stored | null> => {
  const [found] = await tx.query<{ tier: number; row: string }>(
    'select tier, row from changes where book = $1 and stream = $2 and key = $3 and not deleted',
    [book, stream, key],
  )
  return found === undefined ? null : { tier: found.tier, row: JSON.parse(found.row) as Record<string, unknown> }
}

type Outcome = Omit<OutboxAnswer, 'id'>
const applied: Outcome = { state: 'applied', reason: null, conflicts: [] }
const rejected = (reason: string): Outcome => ({ state: 'rejected', reason, conflicts: [] })

/** Stream and key of an entry that carries a whole row. */
const target = (entry: OutboxEntry): readonly [string, string] | null => {
  if (entry.kind === 'contact') return ['contacts', entry.row.id]
  if (entry.kind === 'questionnaire') return ['questionnaires', entry.row.id]
  if (entry.kind === 'engagement') return ['engagements', entry.row.id]
  return entry.kind === 'task' ? ['tasks', entry.row.id] : null
}

const clientOf = (entry: OutboxEntry): string => ('clientId' in entry ? entry.clientId : entry.row.clientId)

const apply = async (tx: Queries, device: Device, entry: OutboxEntry, at: Date): Promise<Outcome> => {
  const { book } = device
  if (entry.kind === 'evidenceHead') {
    const fault = await fileHead(tx, device.id, entry, at)
    return fault === null ? applied : rejected(fault)
  }
  const owner = await findRow(tx, book, 'clients', clientOf(entry))
  if (owner === null) return rejected('CLIENT_NOT_IN_BOOK')
  const { tier } = owner
  const aim = target(entry)
  const there = aim === null ? null : await findRow(tx, book, aim[0], aim[1])
  if (there !== null && there.row['clientId'] !== clientOf(entry)) return rejected('ROW_OF_ANOTHER_CLIENT')
  if (there !== null && entry.kind === 'questionnaire') return rejected('ASSESSMENT_EXISTS')
  const time = at.toISOString()
  switch (entry.kind) {
    case 'contact':
      await writeChanges(tx, book, [{ op: 'put', stream: 'contacts', key: entry.row.id, tier, row: entry.row }])
      return applied
    case 'questionnaire':
      await writeChanges(tx, book, [
        { op: 'put', stream: 'questionnaires', key: entry.row.id, tier, row: entry.row },
        ...(String(owner.row['assessedOn'] ?? '') <= entry.row.date
          ? [
              {
                op: 'put',
                stream: 'clients',
                key: clientOf(entry),
                tier,
                row: { ...owner.row, ...assessedFacts(entry) },
              } as const,
            ]
          : []),
      ])
      return applied
    case 'engagement':
      await writeChanges(tx, book, [{ op: 'put', stream: 'engagements', key: entry.row.id, tier, row: entry.row }])
      return applied
    case 'tagRemoved':
      await writeChanges(tx, book, [{ op: 'delete', stream: 'tags', key: `${entry.clientId}|${entry.name}` }])
      return applied
    case 'tag': {
      const key = `${entry.row.clientId}|${entry.row.name}`
      const merged = await mergeFields(tx, { book, stream: 'tags', key, at }, entry.base, { value: entry.row.value })
      const row = { ...entry.row, ...merged.fields, changedAt: time }
      await writeChanges(tx, book, [{ op: 'put', stream: 'tags', key, tier, row }])
      return { ...applied, conflicts: merged.conflicts }
    }
    case 'task': {
      const { title, dueOn, state, kind } = entry.row
      const merged = await mergeFields(tx, { book, stream: 'tasks', key: entry.row.id, at }, entry.base, {
        title,
        dueOn,
        state,
        kind,
      })
      const row = { ...entry.row, ...merged.fields, changedAt: time }
      await writeChanges(tx, book, [{ op: 'put', stream: 'tasks', key: entry.row.id, tier, row }])
      return { ...applied, conflicts: merged.conflicts }
    }
    case 'contactDetails': {
      const wanted = Object.fromEntries(Object.entries(entry.fields).filter(([, value]) => value !== undefined))
      const merged = await mergeFields(tx, { book, stream: 'clients', key: entry.clientId, at }, entry.base, wanted)
      await writeChanges(tx, book, [
        { op: 'put', stream: 'clients', key: entry.clientId, tier, row: { ...owner.row, ...merged.fields } },
      ])
      return { ...applied, conflicts: merged.conflicts }
    }
    case 'consent':
      await writeChanges(tx, book, [
        { op: 'put', stream: 'clients', key: entry.clientId, tier, row: { ...owner.row, ...consentFields(entry.row) } },
      ])
      return applied
    case 'replyForm':
      return addReplyForm(tx, book, entry.clientId, entry.form, at)
    case 'suggestion':
    case 'shareReport':
      // Kept with the entry itself: head office files it, no stream carries it
      return applied
  }
}

/** Applies one entry in one transaction with its answer; an id seen before gets its first answer again. */
export const applyEntry = async (
  office: Office,
  device: Device,
  input: unknown,
  offset: number,
): Promise<OutboxAnswer> => {
  const parsed = OutboxEntry.safeParse(input)
  if (!parsed.success) {
    const id = typeof input === 'object' && input !== null && 'id' in input ? String(input.id).slice(0, 64) : ''
    const [issue] = parsed.error.issues
    return OutboxAnswer.parse({ id: id || '?', ...rejected(`INVALID ${issue?.path.join('.')}: ${issue?.message}`) })
  }
  const entry = parsed.data
  return office.db.transaction(async tx => {
    await tx.query('select seq from books where id = $1 for update', [device.book])
    const [before] = await tx.query<{ answer: string }>('select answer from outbox where book = $1 and id = $2', [
      device.book,
      entry.id,
    ])
    if (before !== undefined) {
      const first = OutboxAnswer.parse(JSON.parse(before.answer))
      return first.state === 'applied' ? { ...first, state: 'duplicate' } : first
    }
    const now = office.now().getTime()
    const at = new Date(Math.min(now, Date.parse(entry.madeAt) + offset))
    const answer: OutboxAnswer = { id: entry.id, ...(await apply(tx, device, entry, at)) }
    await tx.query(
      'insert into outbox (book, id, device, received_at, entry, answer) values ($1, $2, $3, $4, $5, $6)',
      [device.book, entry.id, device.id, new Date(now).toISOString(), JSON.stringify(entry), JSON.stringify(answer)],
    )
    return answer
  })
}
