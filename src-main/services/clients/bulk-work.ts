import { AppError } from '../../model/app-error.ts'
import type { BulkWork } from '../../model/bulk-work.ts'
import { Contact } from '../../model/contact.ts'
import { EntryId } from '../../model/ids.ts'
import type { OutboxEntry } from '../../model/outbox-entry.ts'
import { Tag } from '../../model/tag.ts'
import { Task } from '../../model/task.ts'
import { IsoTime } from '../../model/units.ts'
import type { Store, WriteTx } from '../ports/store.ts'
import { recordEntry } from '../sync/record-entry.ts'

const prefixOf = (bulkId: string): string => `bulk-${bulkId}-`

interface Made {
  readonly at: string
  readonly id: string
}

const entryOf = (tx: WriteTx, work: BulkWork, clientId: string, rowId: string, at: IsoTime): OutboxEntry => {
  const head = { id: EntryId.parse(rowId), madeAt: at }
  switch (work.kind) {
    case 'tag': {
      const base = tx.tags.byKey(`${clientId}|${work.name}`)
      const row = Tag.parse({ clientId, name: work.name, value: work.value, changedAt: at })
      return { ...head, kind: 'tag', row, base: base === null ? {} : { ...base } }
    }
    case 'task': {
      const { task: kind, title, dueOn } = work
      const row = Task.parse({ id: rowId, clientId, kind, title, dueOn, state: 'open', changedAt: at })
      return { ...head, kind: 'task', row, base: {} }
    }
    case 'contact': {
      const { channel, minutes, subject, note } = work
      return {
        ...head,
        kind: 'contact',
        row: Contact.parse({ id: rowId, clientId, at, channel, minutes, subject, note }),
      }
    }
  }
}

/** Writes the same work for every client and to the outbox, all of it in one transaction or none. */
export const doBulkWork = (
  store: Store,
  work: BulkWork,
  made: Made,
): { readonly bulkId: string; readonly count: number } => {
  const at = IsoTime.parse(made.at)
  const ids = [...new Set(work.ids)]
  store.write(tx =>
    ids.forEach((clientId, i) => {
      if (tx.clients.byKey(clientId) === null)
        throw new AppError('notFound', 'there is no such client in this book; nothing was written', { where: clientId })
      recordEntry(tx, entryOf(tx, work, clientId, `${prefixOf(made.id)}${i}`, at))
    }),
  )
  return { bulkId: made.id, count: ids.length }
}

const takeBack = (tx: WriteTx, entry: OutboxEntry): void => {
  tx.sync.withdraw(entry.id)
  if (entry.kind === 'contact') tx.contacts.remove(entry.row.id)
  else if (entry.kind === 'task') tx.tasks.remove(entry.row.id)
  else if (entry.kind === 'tag') {
    const before = Tag.safeParse(entry.base)
    if (before.success) tx.tags.put(before.data)
    else tx.tags.remove(`${entry.row.clientId}|${entry.row.name}`)
  }
}

/** Takes a bulk work back while all of it waits in the outbox; once a part was sent nothing is taken back. */
export const undoBulkWork = (store: Store, bulkId: string, count: number): void =>
  store.write(tx => {
    const prefix = prefixOf(bulkId)
    const entries = tx.sync.waiting().filter(entry => entry.id.startsWith(prefix))
    if (entries.length === 0 || entries.length < count)
      throw new AppError('notFound', 'this work was already sent to head office, wholly or in part', {
        hint: 'correct it client by client',
      })
    for (const entry of entries) takeBack(tx, entry)
  })
