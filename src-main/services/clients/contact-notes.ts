import { AppError } from '../../model/app-error.ts'
import { Contact, type ContactChannel } from '../../model/contact.ts'
import { EntryId } from '../../model/ids.ts'
import { IsoTime } from '../../model/units.ts'
import type { Store } from '../ports/store.ts'
import { recordEntry } from '../sync/record-entry.ts'

export interface ContactNote {
  readonly id: string
  readonly channel: ContactChannel
  readonly minutes: number
  readonly subject: string
  readonly note: string
}

/** Writes a contact to the client's history and the outbox, in one transaction. */
export const addContact = (
  store: Store,
  note: ContactNote,
  made: { readonly at: string; readonly id: string },
): Contact => {
  const contact = Contact.parse({ ...note, id: made.id, clientId: note.id, at: made.at })
  store.write(tx => {
    if (tx.clients.byKey(note.id) === null)
      throw new AppError('notFound', 'there is no such client in this book', { where: note.id })
    recordEntry(tx, {
      id: EntryId.parse(`contact-${made.id}`),
      madeAt: IsoTime.parse(made.at),
      kind: 'contact',
      row: contact,
    })
  })
  return contact
}

/** Takes a contact back as long as it waits in the outbox. */
export const undoContact = (store: Store, contactId: string): void =>
  store.write(tx => {
    if (!tx.sync.withdraw(`contact-${contactId}`))
      throw new AppError('notFound', 'this contact was already sent to head office', {
        hint: 'write a second note that corrects it',
      })
    tx.contacts.remove(contactId)
  })
