import { IsoDate } from '../units.ts'

/** A date as people type it, the year first: `2026-11-23`, `2026/11/3`, `2026.11.23`, `2026年11月23日`, `20261123`. Null for anything else. */
export const typedDate = (text: string): IsoDate | null => {
  const plain = text.normalize('NFKC').trim()
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain)
  if (match === null) return null
  const [, year = '', month = '', day = ''] = match
  return IsoDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data ?? null
}
