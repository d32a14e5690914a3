import type { ColumnFilter, FilterField } from '../../../src-main/model/column-filter.ts'

type Kind = ColumnFilter['kind']
type FieldOf<K extends Kind> = Extract<ColumnFilter, { readonly kind: K }>['field']
/** What an amount of the column is typed in; `money` in 万元, in English in thousands of yuan. */
export type NumberUnit = 'money' | 'count' | 'days'

export type FilterLine =
  | { readonly kind: 'text'; readonly field: FieldOf<'text'> }
  | { readonly kind: 'number'; readonly field: FieldOf<'number'>; readonly unit: NumberUnit }
  | { readonly kind: 'date'; readonly field: FieldOf<'date'>; readonly missing: boolean }
  | { readonly kind: 'set'; readonly field: FieldOf<'set'> }

/** Every column of the grid with its kind of filter, in the order of the grid. */
export const filterLines: readonly FilterLine[] = [
  { kind: 'text', field: 'name' },
  { kind: 'set', field: 'tier' },
  { kind: 'set', field: 'style' },
  { kind: 'number', field: 'assets', unit: 'money' },
  { kind: 'number', field: 'cash', unit: 'money' },
  { kind: 'number', field: 'revenue365', unit: 'money' },
  { kind: 'set', field: 'riskCapacity' },
  { kind: 'date', field: 'validUntil', missing: true },
  { kind: 'number', field: 'holdings', unit: 'count' },
  { kind: 'number', field: 'mismatch', unit: 'count' },
  { kind: 'number', field: 'undetermined', unit: 'count' },
  { kind: 'date', field: 'lastContact', missing: true },
  { kind: 'number', field: 'overdueDays', unit: 'days' },
  { kind: 'date', field: 'dueOn', missing: false },
  { kind: 'set', field: 'activity' },
  { kind: 'text', field: 'phoneTail' },
  { kind: 'text', field: 'branch' },
  { kind: 'text', field: 'tags' },
  { kind: 'text', field: 'id' },
]

const places = new Map<FilterField, number>(filterLines.map((line, at) => [line.field, at]))
const placeOf = (filter: ColumnFilter): number => places.get(filter.field) ?? filterLines.length

/** The filters with one of a column set anew, or taken away by null; in the order of the grid. */
export const withFilter = (
  filters: readonly ColumnFilter[],
  field: FilterField,
  filter: ColumnFilter | null,
): readonly ColumnFilter[] =>
  [...filters.filter(each => each.field !== field), ...(filter === null ? [] : [filter])].toSorted(
    (a, b) => placeOf(a) - placeOf(b),
  )
