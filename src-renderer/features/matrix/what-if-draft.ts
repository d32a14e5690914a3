import type { Thresholds } from '../../../src-main/contract/segment-rules.ts'
import { Thresholds as ThresholdsSchema } from '../../../src-main/contract/segment-rules.ts'
import type { Style } from '../../../src-main/model/levels.ts'

type Part = Thresholds['scores']['trading'][number]
type Standard = Thresholds['standards'][number]

/** Marks as they are typed: nothing at all, and all points. */
export type DraftPart = Pick<Part, 'figure' | 'invert'> & {
  readonly none: string
  readonly all: string
  readonly weight: string
}

export type DraftStandard = Pick<Standard, 'tier' | 'style' | 'batch'> & {
  readonly cadence: string
  readonly minutes: string
}

/** The rules as they are typed; a text that is no number makes the draft invalid, it is never lost. */
export type Draft = {
  readonly assets: readonly string[]
  readonly values: readonly string[]
  readonly keep: string
  readonly points: string
  readonly scores: Readonly<Record<Style, readonly DraftPart[]>>
  readonly standards: readonly DraftStandard[]
}

const FEN = 100
const PERCENT = 100
const shareFigures: ReadonlySet<string> = new Set(['equityShare', 'wealthShare', 'cashShare', 'topClassShare'])

/** What a figure is typed in: shares in percent. */
export const scaleOf = (figure: Part['figure']): number => (shareFigures.has(figure) ? PERCENT : 1)

const text = (n: number): string => String(Number(n.toPrecision(12)))
/** Empty is not 0. */
const number = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed))
const fraction = (typed: string, by: number): number => Number((number(typed) / by).toPrecision(12))

const toPart = ({ figure, zero, full, weight, invert }: Part): DraftPart => {
  const by = scaleOf(figure)
  const [none, all] = invert ? [full, zero] : [zero, full]
  return { figure, invert, none: text(none * by), all: text(all * by), weight: text(weight * PERCENT) }
}

const fromPart = ({ figure, invert, none, all, weight }: DraftPart): Part => {
  const [a, b] = [fraction(none, scaleOf(figure)), fraction(all, scaleOf(figure))]
  return { figure, invert, zero: invert ? b : a, full: invert ? a : b, weight: fraction(weight, PERCENT) }
}

/** `unit` is the number of fen that asset marks are typed in. */
export const toDraft = (t: Thresholds, unit: number): Draft => ({
  assets: t.assetMarks.map(mark => text(mark / unit)),
  values: t.valueMarks.map(mark => text(mark / FEN)),
  keep: text(t.keep * PERCENT),
  points: text(t.keepPoints),
  scores: {
    trading: t.scores.trading.map(toPart),
    wealth: t.scores.wealth.map(toPart),
    allocation: t.scores.allocation.map(toPart),
  },
  standards: t.standards.map(({ tier, style, batch, cadenceDays, minutes }) => ({
    tier,
    style,
    batch,
    cadence: String(cadenceDays),
    minutes: String(minutes),
  })),
})

type DraftPartName = 'tiers' | 'styles' | 'standards'

const SUM = 1e-9

/** The thresholds of a draft, or the part of the panel in which they do not fit together. */
export const fromDraft = (draft: Draft, unit: number): Thresholds | DraftPartName => {
  const { scores, standards } = draft
  const made = ThresholdsSchema.safeParse({
    assetMarks: draft.assets.map(typed => Math.round(number(typed) * unit)),
    valueMarks: draft.values.map(typed => Math.round(number(typed) * FEN)),
    keep: fraction(draft.keep, PERCENT),
    keepPoints: number(draft.points),
    scores: {
      trading: scores.trading.map(fromPart),
      wealth: scores.wealth.map(fromPart),
      allocation: scores.allocation.map(fromPart),
    },
    standards: standards.map(({ cadence, minutes, ...cell }) => ({
      ...cell,
      cadenceDays: number(cadence),
      minutes: number(minutes),
    })),
  })
  if (!made.success) {
    const [place] = made.error.issues[0]?.path ?? []
    return place === 'scores' || place === 'keepPoints' ? 'styles' : place === 'standards' ? 'standards' : 'tiers'
  }
  const whole = Object.values(made.data.scores).every(
    parts => Math.abs(parts.reduce((sum, part) => sum + part.weight, 0) - 1) < SUM,
  )
  return whole ? made.data : 'styles'
}
