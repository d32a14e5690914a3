import { assessedFacts } from '../../domain/suitability/assessed-facts.ts'
import { consentFields } from '../../model/consent.ts'
import type { OutboxEntry } from '../../model/outbox-entry.ts'
import type { WriteTx } from '../ports/store.ts'

/** Writes what the advisor did to its table and to the outbox; called inside one transaction. */
export const recordEntry = (tx: WriteTx, entry: OutboxEntry): void => {
  applyHere(tx, entry)
  tx.sync.enqueue(entry)
}

const applyHere = (tx: WriteTx, entry: OutboxEntry): void => {
  switch (entry.kind) {
    case 'contact':
      tx.contacts.put(entry.row)
      return
    case 'tag':
      tx.tags.put(entry.row)
      return
    case 'tagRemoved':
      tx.tags.remove(`${entry.clientId}|${entry.name}`)
      return
    case 'task':
      tx.tasks.put(entry.row)
      return
    case 'contactDetails': {
      const client = tx.clients.byKey(entry.clientId)
      if (client !== null)
        tx.clients.put({
          ...client,
          phone: entry.fields.phone === undefined ? client.phone : entry.fields.phone,
          email: entry.fields.email === undefined ? client.email : entry.fields.email,
        })
      return
    }
    case 'questionnaire': {
      tx.questionnaires.put(entry.row)
      const client = tx.clients.byKey(entry.row.clientId)
      if (client !== null) tx.clients.put({ ...client, ...assessedFacts(entry) })
      return
    }
    case 'engagement':
      tx.engagements.put(entry.row)
      return
    case 'consent': {
      const client = tx.clients.byKey(entry.clientId)
      if (client !== null) tx.clients.put({ ...client, ...consentFields(entry.row) })
      return
    }
    case 'replyForm':
    case 'suggestion':
    case 'shareReport':
    case 'evidenceHead':
      return
  }
}
