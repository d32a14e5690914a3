import { AppError } from '../../model/app-error.ts'
import { EntryId } from '../../model/ids.ts'
import { OutboxEntry } from '../../model/outbox-entry.ts'
import type { Chance, Clock } from '../ports/clock.ts'
import type { WriteTx } from '../ports/store.ts'
import type { Conflict } from '../ports/sync-tables.ts'
import { recordEntry } from './record-entry.ts'

/** The edit that brings the value back which had lost; it travels like any other edit. */
const undoing = (
  tx: WriteTx,
  conflict: Conflict,
  head: { readonly id: string; readonly madeAt: string },
): OutboxEntry | null => {
  const value: unknown = JSON.parse(conflict.loser)
  const { field, key } = conflict
  const change = { [field]: value }
  if (conflict.stream === 'tags' || conflict.stream === 'tasks') {
    const row = tx[conflict.stream].byKey(key)
    if (row === null) return null
    const kind = conflict.stream === 'tags' ? 'tag' : 'task'
    return OutboxEntry.parse({ ...head, kind, row: { ...row, ...change, changedAt: head.madeAt }, base: { ...row } })
  }
  if (conflict.stream === 'clients') {
    const client = tx.clients.byKey(key)
    if (client === null) return null
    const base = { phone: client.phone, email: client.email }
    return OutboxEntry.parse({ ...head, kind: 'contactDetails', clientId: key, fields: change, base })
  }
  return null
}

/** Keeps the value that won, or takes the other one back; both stay in the history either way. */
export const resolveConflict = (
  tx: WriteTx,
  id: number,
  resolution: 'kept' | 'undone',
  { clock, chance }: { readonly clock: Pick<Clock, 'now'>; readonly chance: Pick<Chance, 'id'> },
): void => {
  const conflict = tx.sync.conflicts().find(each => each.id === id)
  if (conflict === undefined || conflict.resolution !== 'open')
    throw new AppError('notFound', 'this conflict is settled already', { hint: 'open the list anew' })
  if (resolution === 'undone') {
    const entry = undoing(tx, conflict, { id: EntryId.parse(chance.id()), madeAt: clock.now() })
    if (entry === null)
      throw new AppError('notFound', 'the record is no longer in the book', { hint: 'keep the value that won' })
    recordEntry(tx, entry)
  }
  tx.sync.resolveConflict(id, resolution)
}
