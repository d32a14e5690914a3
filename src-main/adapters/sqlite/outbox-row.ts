import type { OutboxEntry } from '../../model/outbox-entry.ts'
import type { StreamName } from '../../model/stream.ts'

/** The row that an entry will change, so that a pull does not overwrite it before it was pushed. */
export const rowOfEntry = (
  entry: OutboxEntry,
): { readonly stream: StreamName | null; readonly key: string | null; readonly clientId: string } => {
  switch (entry.kind) {
    case 'contact':
      return { stream: 'contacts', key: entry.row.id, clientId: entry.row.clientId }
    case 'tag':
      return { stream: 'tags', key: `${entry.row.clientId}|${entry.row.name}`, clientId: entry.row.clientId }
    case 'tagRemoved':
      return { stream: 'tags', key: `${entry.clientId}|${entry.name}`, clientId: entry.clientId }
    case 'task':
      return { stream: 'tasks', key: entry.row.id, clientId: entry.row.clientId }
    case 'contactDetails':
      return { stream: 'clients', key: entry.clientId, clientId: entry.clientId }
    case 'questionnaire':
      return { stream: 'questionnaires', key: entry.row.id, clientId: entry.row.clientId }
    case 'engagement':
      return { stream: 'engagements', key: entry.row.id, clientId: entry.row.clientId }
    case 'consent':
      return { stream: 'clients', key: entry.clientId, clientId: entry.clientId }
    case 'replyForm':
    case 'suggestion':
    case 'shareReport':
    case 'evidenceHead':
      return { stream: null, key: null, clientId: entry.clientId }
  }
}
