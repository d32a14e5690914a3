import { sayOf, type Say } from './say.ts'
import { formatRange } from '../../../model/format/date.ts'
import { formatFigure, reasonOf } from '../../../model/format/figure.ts'
import { inLocale, type Locale } from '../../../model/format/locale.ts'
import { marketWord } from '../../../model/format/market-word.ts'
import { formatMoney } from '../../../model/format/money.ts'
import { directionOf } from '../../../model/format/number.ts'
import type { BiText } from '../../../model/text.ts'
import type { Figure } from '../../../model/report/figure.ts'
import type { ReportSetup } from '../../../model/report/report-setup.ts'
import type { Cell } from './table.ts'

type Reasons = Readonly<Record<string, BiText>>

/** Words and figures of one report in its language; remembers what it said for the wording check, and which figures it missed. */
export type Writer = {
  readonly locale: Locale
  readonly internal: boolean
  readonly setup: ReportSetup
  /** Who ranked: the firm by its name, or as such where none is set. */
  readonly firm: string
  readonly say: Say
  readonly text: (text: BiText) => string
  /** A word of the market's fixed vocabulary, such as a peer group or an industry. */
  readonly word: (word: string) => string
  /** Figure in the format of its unit; "—" when missing. */
  readonly figure: (figure: Figure) => string
  readonly reason: (figure: Figure) => string
  readonly money: (fen: number | null, signed?: boolean) => string
  /** A sentence of the report, kept for the wording check. */
  readonly state: (sentence: string) => string
  readonly statements: () => readonly string[]
}

export const createWriter = (setup: ReportSetup, reasons: Reasons): Writer => {
  const { locale } = setup
  const said: string[] = []
  const say = sayOf(setup)
  return {
    locale,
    internal: setup.edition === 'internal',
    setup,
    firm: setup.firm.name === '' ? say('common.theFirm') : setup.firm.name,
    say,
    text: t => inLocale(t, locale),
    word: name => marketWord(name, locale),
    figure: f => formatFigure(f, locale, 'report'),
    reason: f => reasonOf(f, reasons, locale) ?? say('common.noData'),
    money: (fen, signed = false) => formatMoney(fen, { locale, style: 'report', signed }),
    state: sentence => {
      said.push(sentence)
      return sentence
    },
    // a chapter may have been laid in several ways
    statements: () => [...new Set(said)],
  }
}

/** Class of a signed figure as it prints with `digits` decimals after `scale`. */
export const toneOf = (value: number | null, scale = 100, digits = 2): '' | 'up' | 'down' => {
  const direction = directionOf(value === null ? null : value * scale, digits)
  return direction === 'flat' ? '' : direction
}

/** Table cell in the colour of its direction; a missing one in the weakest ink. */
export const signedCell = (text: string, value: number | null, bold = false, scale = 100, digits = 2): Cell => {
  if (value === null) return { cell: text, tone: 'i3' }
  const tone = toneOf(value, scale, digits)
  return { cell: text, tone: bold ? `s ${tone}`.trim() : tone }
}

export const plainCell = (text: string, bold = false): Cell => ({
  cell: text,
  tone: text === '—' ? 'i3' : bold ? 's' : '',
})

/** Reasons of missing figures as one note, each once: `— 年化收益：不足一年`. */
export const missingNote = (write: Writer, figures: readonly Figure[]): readonly string[] => {
  const reasons = [...new Set(figures.filter(f => f.value === null).map(f => write.reason(f)))]
  if (reasons.length === 0) return []
  const said = reasons.slice(0, 4).join(write.say('common.semicolon'))
  return [write.say('common.marksAMissingFigure', { said })]
}

export const windowText = (window: { readonly from: string; readonly to: string } | null, write: Writer): string =>
  window === null ? write.say('common.noWindow') : formatRange(window.from, window.to, write.locale)
