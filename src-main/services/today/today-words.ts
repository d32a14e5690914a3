import { fill, type Filling } from '../../domain/text/fill.ts'
import type { TodayReason } from '../../domain/segmentation/today.ts'
import { formatMoney } from '../../model/format/money.ts'
import { formatShare } from '../../model/format/share.ts'
import type { BiText } from '../../model/text.ts'
import type { TodayReasonKind } from '../../model/today-pack.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'
import { cellText } from '../matrix/cell-text.ts'
import type { Rules } from '../rules/rules.ts'

export interface ReasonScene {
  readonly entry: ClientEntry
  readonly book: Book
  readonly rules: Rules
  readonly today: string
  readonly cadenceDays: number
  readonly lowered: { readonly before: Questionnaire; readonly now: Questionnaire } | null
  /** Target share of cash by the cell and level; null where none is set. */
  readonly cashTarget: number | null
}

const money = (fen: number): Filling => ({
  zh: formatMoney(fen, { locale: 'zh-CN', style: 'list' }),
  en: formatMoney(fen, { locale: 'en', style: 'list' }),
})

const day = (iso: string, today: string): string => (iso.slice(0, 4) === today.slice(0, 4) ? iso.slice(5) : iso)

const wordsOf = (reason: TodayReason, entry: ClientEntry): TodayReasonKind => {
  if (reason.kind === 'questionnaireExpired' && reason.on === null) return 'questionnaireMissing'
  return reason.kind === 'overdue' && entry.service.lastContact === null ? 'neverContacted' : reason.kind
}

const fillings = (reason: TodayReason, scene: ReasonScene): Readonly<Record<string, Filling>> => {
  const { entry, today, rules, book } = scene
  const mismatches = entry.holdings.filter(holding => holding.verdict === 'mismatch').length
  const last = entry.service.lastContact
  const served = {
    cadence: String(scene.cadenceDays),
    last: last === null ? rules.today.phrases.never : day(last, today),
    opened: entry.client.openedOn ?? '—',
  }
  switch (reason.kind) {
    case 'reply':
      return { on: day(reason.since, today) }
    case 'marginRatio':
      return {
        ratio: formatShare(reason.ratio, 0),
        line: formatShare(rules.today.marks.marginRatio, 0),
        value: money(reason.debt),
      }
    case 'suitabilityNotice':
      return {
        n: String(mismatches),
        share: formatShare(reason.value / entry.assets),
        on: scene.lowered === null ? '—' : day(scene.lowered.now.date, today),
        from: scene.lowered?.before.riskCapacity ?? '—',
        to: scene.lowered?.now.riskCapacity ?? entry.client.riskCapacity ?? '—',
      }
    case 'assessmentReleased':
    case 'assessmentDeclined':
      return {
        of: day(reason.of, today),
        on: day(reason.on, today),
        by: reason.by,
        note: reason.note === '' ? '—' : reason.note,
        level: entry.client.riskCapacity ?? '—',
      }
    case 'questionnaireExpired':
      return reason.on === null ? {} : { on: day(reason.on, today) }
    case 'questionnaireExpiring':
      return { on: day(reason.on, today), days: String(reason.days) }
    case 'maturity':
      return {
        value: money(reason.value),
        product: book.products.get(reason.code)?.name ?? reason.code,
        on: day(reason.on, today),
        share: formatShare(((entry.client.cash ?? 0) + reason.value) / entry.assets),
      }
    case 'movedDown':
    case 'movedUp':
      return { from: cellText(reason.from, rules), to: cellText(reason.to, rules) }
    case 'overLevel':
      return { n: String(mismatches), share: formatShare(reason.share), value: money(reason.value) }
    case 'overdue':
      return { days: String(reason.days), ...served }
    case 'due':
      return { on: day(reason.on, today), ...served }
    case 'largeCash':
      return {
        value: money(reason.value),
        share: formatShare(reason.share),
        target: scene.cashTarget === null ? '—' : formatShare(scene.cashTarget, 0),
      }
    case 'inflow':
      return {
        on: day(reason.on, today),
        value: money(reason.value),
        share: formatShare(reason.share),
        target: scene.cashTarget === null ? '—' : formatShare(scene.cashTarget, 0),
      }
    case 'birthday':
      return { age: String(reason.age), on: day(entry.client.birthDate ?? '—', today).slice(-5) }
    case 'task':
      return { title: reason.title, on: reason.dueOn === null ? '—' : day(reason.dueOn, today) }
  }
}

const joined = (texts: readonly BiText[]): BiText => ({
  zh: texts.map(text => text.zh).join('；'),
  en: texts.map(text => text.en).join('; '),
})

/** Why, what else, and what to bring, in words; the reasons come strongest first. */
export const todayWords = (
  reasons: readonly TodayReason[],
  scene: ReasonScene,
): { readonly why: BiText; readonly more: BiText; readonly bring: BiText } => {
  const { reasons: words } = scene.rules.today
  const said = reasons.map(reason => ({ words: words[wordsOf(reason, scene.entry)], values: fillings(reason, scene) }))
  const [first, ...rest] = said
  if (first === undefined) throw new Error('a client without a reason is not on the list')
  return {
    why: fill(first.words.short, first.values),
    more: joined([fill(first.words.detail, first.values), ...rest.map(each => fill(each.words.short, each.values))]),
    bring: fill(first.words.bring, first.values),
  }
}
