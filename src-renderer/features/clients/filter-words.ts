import type { ColumnFilter, FilterField, SetField } from '../../../src-main/model/column-filter.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { filterLines } from './filter-fields.ts'

type Words = {
  readonly field: (field: FilterField) => string
  readonly value: (field: SetField, value: string) => string
  /** What passes: `≥ 100万`. */
  readonly filter: (filter: ColumnFilter) => string
}

const range = <T>(from: T | null, to: T | null, print: (end: T) => string): string => {
  if (from === null) return to === null ? '' : `≤ ${print(to)}`
  if (to === null) return `≥ ${print(from)}`
  return from === to ? print(from) : `${print(from)} – ${print(to)}`
}

/** Names of the columns and their values, and the filters in words. */
export const useFilterWords = (): Words => {
  const t = useT()
  const f = useFormat()
  const value = (field: SetField, each: string): string =>
    field === 'style' && each !== 'none' ? t(`style.${each}`) : t(`filter.${field}.${each}`)
  const amount = (field: FilterField, n: number): string => {
    const line = filterLines.find(each => each.field === field)
    const unit = line?.kind === 'number' ? line.unit : 'count'
    return unit === 'money' ? f.moneyFull(n) : unit === 'days' ? t('clients.days', { n }) : f.int(n)
  }
  return {
    field: field =>
      field === 'mismatch' || field === 'undetermined' ? t(`verdict.${field}`) : t(`filter.field.${field}`),
    value,
    filter: filter => {
      switch (filter.kind) {
        case 'text':
          return t('filter.has', { text: filter.text })
        case 'number':
          return range(filter.from, filter.to, n => amount(filter.field, n))
        case 'date':
          return [range(filter.from, filter.to, f.date), filter.missing ? t('filter.missing') : '']
            .filter(Boolean)
            .join(t('filter.or'))
        case 'set':
          return filter.values.map(each => value(filter.field, each)).join(t('common.listComma'))
      }
    },
  }
}
