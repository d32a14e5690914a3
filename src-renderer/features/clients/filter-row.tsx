import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { ColumnFilter, filterSets } from '../../../src-main/model/column-filter.ts'
import { typedDate } from '../../../src-main/model/format/typed-date.ts'
import { useT } from '../../i18n/i18n.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { useFormat } from '../../ui/format.ts'
import type { FilterLine, NumberUnit } from './filter-fields.ts'
import { useFilterWords } from './filter-words.ts'

/** Fen, or things, in one typed unit. */
const useScale = (unit: NumberUnit): number => {
  const { unit: money } = useFormat()
  return unit === 'money' ? money : 1
}

type RowProps<K extends FilterLine['kind']> = {
  readonly line: Extract<FilterLine, { readonly kind: K }>
  readonly filter: ColumnFilter | undefined
  /** Null takes the filter away. */
  readonly onFilter: (filter: ColumnFilter | null) => void
}

const Ends = ({
  label,
  type,
  ends,
  broken,
  onEnds,
}: {
  readonly label: string
  readonly type: 'text' | 'date'
  readonly ends: readonly [string, string]
  readonly broken: boolean
  readonly onEnds: (ends: readonly [string, string]) => void
}): ReactNode => {
  const t = useT()
  const note = useId()
  return (
    <>
      <span className="ends">
        {([0, 1] as const).map(at => {
          const shared = {
            'aria-label': `${label} ${t(at === 0 ? 'filter.from' : 'filter.to')}`,
            'aria-invalid': broken || undefined,
            'aria-describedby': broken ? note : undefined,
            value: ends[at],
          }
          const put = (typed: string): void => onEnds(at === 0 ? [typed, ends[1]] : [ends[0], typed])
          return type === 'date' ? (
            <DateInput key={at} {...shared} onValue={put} />
          ) : (
            <input
              key={at}
              {...shared}
              className="inp"
              inputMode="decimal"
              placeholder={t(at === 0 ? 'filter.from' : 'filter.to')}
              onChange={event => put(event.target.value)}
            />
          )
        })}
      </span>
      {broken && (
        <small id={note} className="err" role="alert">
          {t(`filter.broken.${type}`)}
        </small>
      )}
    </>
  )
}

const NumberRow = ({ line, filter, onFilter }: RowProps<'number'>): ReactNode => {
  const words = useFilterWords()
  const scale = useScale(line.unit)
  const text = (fen: number | null | undefined): string =>
    fen === null || fen === undefined ? '' : String(Number((fen / scale).toPrecision(12)))
  const [ends, setEnds] = useState<readonly [string, string]>(() =>
    filter?.kind === 'number' ? [text(filter.from), text(filter.to)] : ['', ''],
  )
  const read = (typed: readonly [string, string]) => {
    const [from, to] = typed.map(each =>
      each.trim() === '' ? null : Math.round(Number(each.replaceAll(',', '')) * scale),
    )
    return from === null && to === null ? null : ColumnFilter.safeParse({ kind: 'number', field: line.field, from, to })
  }
  return (
    <Ends
      label={words.field(line.field)}
      type="text"
      ends={ends}
      broken={read(ends)?.success === false}
      onEnds={typed => {
        setEnds(typed)
        onFilter(read(typed)?.data ?? null)
      }}
    />
  )
}

const DateRow = ({ line, filter, onFilter }: RowProps<'date'>): ReactNode => {
  const t = useT()
  const words = useFilterWords()
  const [ends, setEnds] = useState<readonly [string, string]>(() =>
    filter?.kind === 'date' ? [filter.from ?? '', filter.to ?? ''] : ['', ''],
  )
  const [missing, setMissing] = useState(filter?.kind === 'date' && filter.missing)
  const read = ([from, to]: readonly [string, string], open: boolean) =>
    from === '' && to === '' && !open
      ? null
      : ColumnFilter.safeParse({
          kind: 'date',
          field: line.field,
          // what is no date is left for the filter to refuse
          from: from === '' ? null : (typedDate(from) ?? from),
          to: to === '' ? null : (typedDate(to) ?? to),
          missing: open,
        })
  return (
    <>
      <Ends
        label={words.field(line.field)}
        type="date"
        ends={ends}
        broken={read(ends, missing)?.success === false}
        onEnds={typed => {
          setEnds(typed)
          onFilter(read(typed, missing)?.data ?? null)
        }}
      />
      {line.missing && (
        <label>
          <input
            type="checkbox"
            checked={missing}
            onChange={event => {
              setMissing(event.target.checked)
              onFilter(read(ends, event.target.checked)?.data ?? null)
            }}
          />
          {t('filter.missing')}
        </label>
      )}
    </>
  )
}

const SetRow = ({ line, filter, onFilter }: RowProps<'set'>): ReactNode => {
  const words = useFilterWords()
  const chosen = filter?.kind === 'set' ? filter.values : []
  return filterSets[line.field].map(value => (
    <label key={value}>
      <input
        type="checkbox"
        checked={chosen.includes(value)}
        onChange={event => {
          const values = filterSets[line.field].filter(each =>
            each === value ? event.target.checked : chosen.includes(each),
          )
          onFilter(ColumnFilter.safeParse({ kind: 'set', field: line.field, values }).data ?? null)
        }}
      />
      {words.value(line.field, value)}
    </label>
  ))
}

const TextRow = ({ line, filter, onFilter }: RowProps<'text'>): ReactNode => {
  const t = useT()
  const words = useFilterWords()
  const [text, setText] = useState(filter?.kind === 'text' ? filter.text : '')
  return (
    <input
      className="inp"
      aria-label={words.field(line.field)}
      placeholder={t('filter.contains')}
      maxLength={100}
      value={text}
      onChange={event => {
        setText(event.target.value)
        onFilter(ColumnFilter.safeParse({ kind: 'text', field: line.field, text: event.target.value }).data ?? null)
      }}
    />
  )
}

/** The filter of one column, applied as it is typed; what is no range yet filters nothing and is marked. */
export const FilterRow = ({
  line,
  ...rest
}: Omit<RowProps<FilterLine['kind']>, 'line'> & { readonly line: FilterLine }): ReactNode => {
  switch (line.kind) {
    case 'text':
      return <TextRow line={line} {...rest} />
    case 'number':
      return <NumberRow line={line} {...rest} />
    case 'date':
      return <DateRow line={line} {...rest} />
    case 'set':
      return <SetRow line={line} {...rest} />
  }
}
