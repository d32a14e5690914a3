import { AppError } from '../../model/app-error.ts'
import { EntryId } from '../../model/ids.ts'
import { OutboxEntry } from '../../model/outbox-entry.ts'
import type { Chance, Clock } from '../ports/clock.ts'
import type { WriteTx } from '../ports/store.ts'
import type { Conflict } from '../ports/sync-tables.ts'
import { recordEntry } from './record-entry.ts'

/** The edit that puts one of the two values in its place; it travels like any other edit. */
const settingTo = (
  tx: WriteTx,
  conflict: Conflict,
  which: 'winner' | 'loser',
  head: { readonly id: string; readonly madeAt: string },
): OutboxEntry | null => {
  const value: unknown = JSON.parse(conflict[which])
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

/** Keeps the value that won, takes the other one back, or opens a settled conflict again; both values stay in the history. */
export const resolveConflict = (
  tx: WriteTx,
  id: number,
  resolution: Conflict['resolution'],
  { clock, chance }: { readonly clock: Pick<Clock, 'now'>; readonly chance: Pick<Chance, 'id'> },
): void => {
  const conflict = tx.sync.conflicts().find(each => each.id === id)
  if (conflict === undefined || (conflict.resolution === 'open') === (resolution === 'open'))
    throw new AppError('notFound', 'this conflict is settled already', { hint: 'open the list anew' })
  // a decision that was an edit is taken back by the opposite edit
  const which = resolution === 'undone' ? 'loser' : conflict.resolution === 'undone' ? 'winner' : null
  if (which !== null) {
    const entry = settingTo(tx, conflict, which, { id: EntryId.parse(chance.id()), madeAt: clock.now() })
    if (entry === null)
      throw new AppError('notFound', 'the record is no longer in the book', { hint: 'keep the value that won' })
    recordEntry(tx, entry)
  }
  tx.sync.resolveConflict(id, resolution)
}
