import type { ClientRow } from '../../../src-main/contract/clients.ts'

export type ClientView = 'all' | 'overdue' | 'expired' | 'mismatch' | 'inactive'
export const clientViews = ['all', 'overdue', 'expired', 'mismatch', 'inactive'] as const

export type ClientFilter = {
  readonly text: string
  readonly tier: number | null
  readonly style: string | null
  readonly view: ClientView
  readonly today: string | null
}

const inView = (row: ClientRow, view: ClientView, today: string | null): boolean => {
  switch (view) {
    case 'all':
      return true
    case 'overdue':
      return row.overdueDays > 0
    case 'expired':
      return row.investorType === 'ordinary' && (!row.validUntil || (today !== null && row.validUntil < today))
    case 'mismatch':
      return row.mismatch > 0
    case 'inactive':
      return row.inactive
  }
}

/** Every typed word must stand in the name, the pinyin, the initials, the tail of the phone, or the number. */
export const clientFilter = (filter: ClientFilter): ((row: ClientRow) => boolean) => {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  return row =>
    (filter.tier === null || row.tier === filter.tier) &&
    (filter.style === null || row.style === filter.style) &&
    inView(row, filter.view, filter.today) &&
    words.every(
      word => row.search.includes(word) || row.name.toLowerCase().includes(word) || row.id.toLowerCase().includes(word),
    )
}
