import { assessedFacts } from '../suitability/assessed-facts.ts'
import type { CheckedChange } from '../../model/checked-change.ts'
import { consentFields } from '../../model/consent.ts'
import type { OutboxEntry } from '../../model/outbox-entry.ts'
import type { StreamName } from '../../model/stream.ts'

/** Fields that an entry will change in the row `key` of a stream; null fields mean that the row is to be removed. */
interface Pending {
  readonly stream: StreamName
  readonly key: string
  readonly fields: Readonly<Record<string, unknown>> | null
}

const changedFields = (row: object, base: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(row).filter(([field, value]) => !(field in base) || base[field] !== value))

const pendingOf = (entry: OutboxEntry): Pending | null => {
  switch (entry.kind) {
    case 'contact':
      return { stream: 'contacts', key: entry.row.id, fields: entry.row }
    case 'tag':
      return {
        stream: 'tags',
        key: `${entry.row.clientId}|${entry.row.name}`,
        fields: changedFields(entry.row, entry.base),
      }
    case 'tagRemoved':
      return { stream: 'tags', key: `${entry.clientId}|${entry.name}`, fields: null }
    case 'task':
      return { stream: 'tasks', key: entry.row.id, fields: changedFields(entry.row, entry.base) }
    case 'contactDetails':
      return { stream: 'clients', key: entry.clientId, fields: entry.fields }
    case 'consent':
      return { stream: 'clients', key: entry.clientId, fields: consentFields(entry.row) }
    case 'questionnaire':
      return { stream: 'clients', key: entry.row.clientId, fields: assessedFacts(entry) }
    case 'replyForm':
    case 'engagement':
    case 'suggestion':
    case 'shareReport':
    case 'evidenceHead':
      return null
  }
}

/**
 * Lays what the advisor wrote and has not pushed yet over a change of head office, field by field, so that a pull does not undo it.
 * Entries are oldest first. Null drops the change: a row whose removal waits does not come back, a row with waiting edits is not
 * removed, except a client, who may have moved to another advisor. The answer is null when nothing waits for the stream.
 */
export const pendingOverlay = (
  stream: StreamName,
  waiting: readonly OutboxEntry[],
): ((change: CheckedChange) => CheckedChange | null) | null => {
  const byKey = new Map<string, Pending[]>()
  for (const entry of waiting) {
    const pending = pendingOf(entry)
    if (pending !== null && pending.stream === stream)
      byKey.set(pending.key, [...(byKey.get(pending.key) ?? []), pending])
  }
  if (byKey.size === 0) return null
  return change => {
    const pending = byKey.get(change.key)
    if (pending === undefined || change.kind === 'reject') return change
    if (change.kind === 'delete') return stream === 'clients' ? change : null
    if (pending.at(-1)?.fields === null) return null
    const row = Object.assign({}, change.row, ...pending.map(p => p.fields ?? {})) as unknown
    return { ...change, row }
  }
}
