import type { ReactNode } from 'react'
import type { ColumnFilter } from '../../../src-main/model/column-filter.ts'
import { useT } from '../../i18n/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { withFilter } from './filter-fields.ts'
import { useFilterWords } from './filter-words.ts'

/** What filters the grid, each with a way to take it off. */
export const FilterChips = ({
  filters,
  onFilters,
  onEdit,
}: {
  readonly filters: readonly ColumnFilter[]
  readonly onFilters: (filters: readonly ColumnFilter[]) => void
  readonly onEdit: () => void
}): ReactNode => {
  const t = useT()
  const words = useFilterWords()
  if (filters.length === 0) return <div />
  return (
    <ul className="filter-chips" aria-label={t('filter.active')}>
      {filters.map(filter => {
        const name = words.field(filter.field)
        return (
          <li key={filter.field}>
            <button type="button" onClick={onEdit}>
              {name} <b>{words.filter(filter)}</b>
            </button>
            <button
              type="button"
              aria-label={t('filter.remove', { name })}
              onClick={() => onFilters(withFilter(filters, filter.field, null))}
            >
              ×
            </button>
          </li>
        )
      })}
      <li>
        <LinkButton onClick={() => onFilters([])}>{t('filter.clear')}</LinkButton>
      </li>
    </ul>
  )
}
