import type { ClientRow } from '../../../src-main/contract/clients.ts'
import { ClientListName } from '../../../src-main/model/client-view.ts'
import type { ColumnFilter } from '../../../src-main/model/column-filter.ts'
import { passesColumns } from '../../../src-main/model/passes-columns.ts'

export type ClientView = ClientListName
export const clientViews = ClientListName.options

export type ClientFilter = {
  readonly text: string
  /** Cells as `5-allocation`; empty is all. */
  readonly cells: readonly string[]
  /** Clients of one place of another cut; null is all. */
  readonly ids: ReadonlySet<string> | null
  readonly view: ClientView
  readonly columns: readonly ColumnFilter[]
  readonly today: string | null
}

const inView = (row: ClientRow, view: ClientView, today: string | null): boolean => {
  switch (view) {
    case 'all':
      return true
    case 'overdue':
      return row.overdueDays > 0
    case 'due':
      return row.overdueDays > 0 || (today !== null && row.dueOn !== null && row.dueOn <= today)
    case 'expired':
      return row.investorType === 'ordinary' && (!row.validUntil || (today !== null && row.validUntil < today))
    case 'mismatch':
      return row.mismatch > 0
    case 'inactive':
      return row.inactive
  }
}

/**
 * Every typed word must stand in what the quick search finds: name, pinyin, initials, number, tail of the phone. Undefined where nothing is
 * asked: with any filter at all the grid tells screen readers that nothing matches whenever its first rows come.
 */
export const clientFilter = (filter: ClientFilter): ((row: ClientRow) => boolean) | undefined => {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  const cells = new Set(filter.cells)
  const passes = passesColumns(filter.columns)
  const isAll = filter.view === 'all' && filter.ids === null && words.length + cells.size + filter.columns.length === 0
  if (isAll) return undefined
  return row =>
    (cells.size === 0 || cells.has(`${row.tier}-${row.style}`)) &&
    (filter.ids === null || filter.ids.has(row.id)) &&
    inView(row, filter.view, filter.today) &&
    passes(row) &&
    words.every(word => row.search.includes(word))
}
