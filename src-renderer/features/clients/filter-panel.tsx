import type { ReactNode, RefObject } from 'react'
import type { ColumnFilter } from '../../../src-main/model/column-filter.ts'
import { useT } from '../../i18n/i18n.ts'
import { DropPanel } from '../../ui/drop-panel.tsx'
import { filterLines, withFilter } from './filter-fields.ts'
import { FilterRow } from './filter-row.tsx'
import { useFilterWords } from './filter-words.ts'

/** A fitting filter for every column, all at once. */
export const FilterPanel = ({
  filters,
  onFilters,
  opener,
}: {
  readonly filters: readonly ColumnFilter[]
  readonly onFilters: (filters: readonly ColumnFilter[]) => void
  readonly opener: RefObject<HTMLButtonElement | null>
}): ReactNode => {
  const t = useT()
  const words = useFilterWords()
  return (
    <DropPanel label={t('filter.title')} keyHint="F" opener={opener}>
      {() => (
        <section className="filters" aria-label={t('filter.title')}>
          {filterLines.map(line => {
            const own = filters.find(filter => filter.field === line.field)
            return (
              <div key={line.field} role="group" aria-label={words.field(line.field)} className={own ? 'on' : ''}>
                <span>
                  {words.field(line.field)}
                  {line.kind === 'number' && line.unit !== 'count' && <small>{t(`filter.unit.${line.unit}`)}</small>}
                </span>
                <FilterRow
                  line={line}
                  filter={own}
                  onFilter={filter => onFilters(withFilter(filters, line.field, filter))}
                />
              </div>
            )
          })}
        </section>
      )}
    </DropPanel>
  )
}
