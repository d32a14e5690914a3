import type { ChainAnchor } from '../../model/evidence.ts'
import { chainStart, hashRecord, type HashText, type StoredRecord } from './chain-record.ts'

/** What is wrong at one place of the chain; `index` counts from 0. */
export type ChainFault =
  | { readonly kind: 'changed'; readonly index: number; readonly id: string }
  /** Records that stood before this one are gone. */
  | { readonly kind: 'removed'; readonly index: number; readonly id: string }
  /** Stands before a record that does not follow it. */
  | { readonly kind: 'inserted'; readonly index: number; readonly id: string }
  /** Its predecessor exists at another place. */
  | { readonly kind: 'reordered'; readonly index: number; readonly id: string }
  /** Fewer records than the anchor says, or another last hash. */
  | { readonly kind: 'truncated'; readonly index: number; readonly id: string | null }

export interface ChainReport {
  readonly count: number
  /** Hash of the last record, `chainStart` when there is none. */
  readonly hash: string
  readonly faults: readonly ChainFault[]
}

interface Break {
  readonly index: number
  readonly id: string
  readonly previous: string
  readonly lastId: string | null
}

/** Second reading, only of a chain with breaks: where the hashes that are pointed at stand. */
const explain = (breaks: readonly Break[], records: () => Iterable<StoredRecord>): readonly ChainFault[] => {
  const wanted = new Set(breaks.map(b => b.previous))
  const places = new Map<string, number>()
  let index = 0
  for (const record of records()) {
    if (wanted.has(record.hash) && !places.has(record.hash)) places.set(record.hash, index)
    index++
  }
  return breaks.map(({ index: at, id, previous, lastId }): ChainFault => {
    const place = previous === chainStart ? -1 : places.get(previous)
    if (place === undefined) return { kind: 'removed', index: at, id }
    if (place === at - 2) return { kind: 'inserted', index: at - 1, id: lastId ?? id }
    return { kind: 'reordered', index: at, id }
  })
}

/**
 * Reads a chain from its start and finds every record that was changed, removed, inserted or put elsewhere. A cut-off
 * end shows only against an anchor. `records` is called once, and a second time when the order is broken. Cost: one
 * hash of the stored bytes a record.
 */
export const verifyChain = (
  records: () => Iterable<StoredRecord>,
  hash: HashText,
  anchor?: ChainAnchor,
): ChainReport => {
  const faults: ChainFault[] = []
  const breaks: Break[] = []
  let last = chainStart
  let lastId: string | null = null
  let count = 0
  let anchored = anchor === undefined || anchor.count === 0
  for (const record of records()) {
    if (hashRecord(record, hash) !== record.hash) faults.push({ kind: 'changed', index: count, id: record.id })
    if (record.previous !== last) breaks.push({ index: count, id: record.id, previous: record.previous, lastId })
    last = record.hash
    lastId = record.id
    count++
    if (anchor !== undefined && count === anchor.count) anchored = record.hash === anchor.hash
  }
  if (breaks.length > 0) faults.push(...explain(breaks, records))
  if (!anchored) faults.push({ kind: 'truncated', index: count, id: lastId })
  return { count, hash: last, faults: faults.toSorted((a, b) => a.index - b.index) }
}
