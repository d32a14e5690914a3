import type { TodayRow } from '../../contract/today.ts'
import type { TodayItem } from '../../domain/segmentation/today.ts'
import { fill, type Filling } from '../../domain/text/fill.ts'
import { formatMoney } from '../../model/format/money.ts'
import type { ClientEntry } from '../book/client-entry.ts'
import type { TodaySources } from './today-candidates.ts'

type EventRow = Extract<TodayRow, { readonly kind: 'event' }>

const NAMED = 4

const money = (fen: number): Filling => ({
  zh: formatMoney(fen, { locale: 'zh-CN', style: 'list' }),
  en: formatMoney(fen, { locale: 'en', style: 'list' }),
})

/** What an event is about, and the first of those whom it concerns. */
export const eventWords = (
  item: TodayItem,
  entries: readonly ClientEntry[],
  { book, rules, today }: TodaySources,
): Pick<EventRow, 'code' | 'name' | 'value' | 'why' | 'more' | 'bring'> => {
  const [first] = item.members[0].reasons
  if (first === undefined || (first.kind !== 'maturity' && first.kind !== 'overLevel'))
    throw new Error(`an item of several clients without an event: ${item.key}`)
  const code = first.kind === 'maturity' ? first.code : null
  const product = code === null ? null : (book.products.get(code)?.name ?? code)
  const value = item.members.reduce((sum, { reasons }) => {
    const [own] = reasons
    return sum + (own?.kind === 'maturity' || own?.kind === 'overLevel' ? own.value : 0)
  }, 0)
  const on = first.kind === 'maturity' ? first.on : today
  const names = entries.slice(0, NAMED).map(({ client }) => client.name)
  const rest = entries.length - names.length
  const words = rules.today.events[first.kind]
  const values = {
    on: on.slice(0, 4) === today.slice(0, 4) ? on.slice(5) : on,
    n: String(entries.length),
    value: money(value),
    names: {
      zh: names.join('、') + (rest > 0 ? ` 等 ${entries.length} 位` : ''),
      en: names.join(', ') + (rest > 0 ? ` and ${rest} more` : ''),
    },
  }
  return {
    code,
    name: product === null ? rules.today.phrases.aboveLevel : { zh: product, en: product },
    value,
    why: fill(words.short, values),
    more: fill(words.detail, values),
    bring: fill(words.bring, values),
  }
}
