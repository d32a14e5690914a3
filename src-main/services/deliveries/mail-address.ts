import { AppError } from '../../model/app-error.ts'
import { EntryId } from '../../model/ids.ts'
import { IsoTime } from '../../model/units.ts'
import type { Store } from '../ports/store.ts'
import { recordEntry } from '../sync/record-entry.ts'

/** The client's mail address as the advisor learned it: into the book, and on to head office field by field. */
export const setMailAddress = (
  store: Store,
  request: { readonly clientId: string; readonly email: string },
  made: { readonly at: string; readonly id: string },
): void =>
  store.write(tx => {
    const client = tx.clients.byKey(request.clientId)
    if (client === null)
      throw new AppError('notFound', 'there is no such client in this book', { where: request.clientId })
    recordEntry(tx, {
      id: EntryId.parse(`email-${made.id}`),
      madeAt: IsoTime.parse(made.at),
      kind: 'contactDetails',
      clientId: client.id,
      fields: { email: request.email },
      base: { email: client.email },
    })
  })
