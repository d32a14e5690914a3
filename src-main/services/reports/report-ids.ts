import type { Store } from '../ports/store.ts'

const PREFIX = { account: 'AD', fund: 'FD', comparison: 'FC', segment: 'SR' } as const
const DIGITS = 4

/** Highest number given out so far, by the head of the id; reports under way are not in the store yet. */
const given = new WeakMap<Store, Map<string, number>>()

/** `AD-20261123-0017`: kind, day, and a running number of that kind and day, never given twice. */
export const nextReportId = (store: Store, kind: keyof typeof PREFIX, today: string): string => {
  const head = `${PREFIX[kind]}-${today.replaceAll('-', '')}-`
  const numbers = given.get(store) ?? new Map<string, number>()
  given.set(store, numbers)
  const kept = Number(store.read(tx => tx.reports.lastId(head))?.slice(head.length) ?? 0)
  const next = Math.max(kept, numbers.get(head) ?? 0) + 1
  numbers.set(head, next)
  return `${head}${String(next).padStart(DIGITS, '0')}`
}
