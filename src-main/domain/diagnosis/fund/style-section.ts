import type { FundStyle } from '../../../model/report/fund/style.ts'
import { lastAtOrBefore } from '../day-axis.ts'
import { styleWeights, type StyleWeights } from '../style-weights.ts'
import { CLASSES, declaredWeights } from './class-brinson.ts'
import { mixOn } from './benchmark-levels.ts'
import type { FundContext } from './fund-context.ts'
import type { DaySeries } from './fund-input.ts'
import { dateOf, type CardFacts, type Reason } from './figure-kit.ts'
import { rounded } from '../sample-days.ts'

type StyleKind = FundContext['input']['conclusions']['styles'][number]

interface UsedStyle {
  readonly kind: StyleKind
  readonly index: string
  readonly returns: Float64Array
}

/** Weeks between two points of the rolling picture, and how many points it has at most. */
const STEP = 4
const POINTS = 40

export function styleSection(context: FundContext): FundStyle {
  const { input, figure } = context
  const { styleWeeks, styleLeast } = input.conclusions.thresholds
  const ends = weekEnds(context)
  const returns = changes(Float64Array.from(ends, i => context.history.adjusted[i] as number))
  const n = Math.min(returns.length, styleWeeks)
  const styles = usedStyles(context, ends, Math.max(0, returns.length - n))
  const reason: Reason | null =
    context.history.days.length < 2
      ? 'noNav'
      : context.money
        ? 'moneyFund'
        : n < styleLeast
          ? 'tooFewReturns'
          : styles.length < 2
            ? 'noStyleIndices'
            : null
  const last = returns.length
  const now = reason === null ? fit(returns, styles, last - n, last) : null
  const facts: CardFacts = {
    from: context.history.days[ends[last - n] ?? 0],
    to: context.lastDay,
    frequency: 'weekly',
    n,
  }
  const rolling = now === null ? { dates: [], lines: [] } : rollingStyles(context, ends, returns, styles, n)
  const parts = mixOn(input.fund, context.lastDay)?.parts ?? []
  return {
    window: now === null ? null : { from: dateOf(facts.from ?? 0), to: dateOf(context.lastDay) },
    rows:
      now === null
        ? []
        : styles.map(({ kind, index }) => ({
            id: kind.id,
            name: kind.name,
            index: input.indices.get(index)?.name ?? index,
            weight: figure(`style.${kind.id}`, 'styleWeight', 'ratio', now.weights[kind.id] ?? 0, facts),
            declared: parts.find(p => kind.indices.includes(p.index))?.weight ?? null,
          })),
    rSquared: figure('style.rSquared', 'styleRSquared', 'ratio', reason ?? now?.rSquared ?? null, facts),
    rolling,
    drift: figure('style.drift', 'styleDrift', 'ratio', reason ?? drift(returns, styles, n, now), facts),
    gap: figure('style.gap', 'styleGap', 'ratio', reason ?? (now === null ? null : gap(context, now, styles)), facts),
  }
}

/** Position of the last NAV of every week, Monday to Sunday. */
function weekEnds(context: FundContext): Int32Array {
  const { days, dailyFrom } = context.history
  const ends: number[] = []
  for (let i = dailyFrom; i < days.length; i++) {
    const week = Math.floor(((days[i] as number) + 3) / 7)
    const next = days[i + 1]
    if (next === undefined || Math.floor((next + 3) / 7) !== week) ends.push(i)
  }
  return Int32Array.from(ends)
}

function changes(values: Float64Array): Float64Array {
  return Float64Array.from(
    { length: Math.max(0, values.length - 1) },
    (_, i) => (values[i + 1] as number) / (values[i] as number) - 1,
  )
}

/** Styles with an index that reaches back to the start of the window. */
function usedStyles(context: FundContext, ends: Int32Array, from: number): UsedStyle[] {
  const { indices, conclusions } = context.input
  const { days } = context.history
  return conclusions.styles.flatMap(kind => {
    const index = kind.indices.find(code => indices.has(code))
    const series: DaySeries | undefined = index === undefined ? undefined : indices.get(index)?.series
    if (index === undefined || series === undefined) return []
    const levels = Float64Array.from(ends, i => series.values[lastAtOrBefore(series.days, days[i] as number)] ?? NaN)
    return Number.isNaN(levels[from] ?? NaN) ? [] : [{ kind, index, returns: changes(levels) }]
  })
}

function fit(returns: Float64Array, styles: readonly UsedStyle[], from: number, to: number): StyleWeights {
  return styleWeights({
    fund: returns.subarray(from, to),
    styles: Object.fromEntries(styles.map(s => [s.kind.id, s.returns.subarray(from, to)])),
  })
}

function rollingStyles(
  context: FundContext,
  ends: Int32Array,
  returns: Float64Array,
  styles: readonly UsedStyle[],
  n: number,
): FundStyle['rolling'] {
  const first = firstCommon(styles)
  const stops: number[] = []
  for (let to = returns.length; to - n >= first && stops.length < POINTS; to -= STEP) stops.unshift(to)
  const fits = stops.map(to => fit(returns, styles, to - n, to))
  return {
    dates: stops.map(to => dateOf(context.history.days[ends[to] ?? 0] as number)),
    lines: styles.map(({ kind }) => ({ id: kind.id, weights: fits.map(f => rounded(f.weights[kind.id] ?? 0)) })),
  }
}

function firstCommon(styles: readonly UsedStyle[]): number {
  return Math.max(0, ...styles.map(s => s.returns.findLastIndex(x => Number.isNaN(x)) + 1))
}

/** Half the sum of absolute changes between the fit now and the one a year before. */
function drift(
  returns: Float64Array,
  styles: readonly UsedStyle[],
  n: number,
  now: StyleWeights | null,
): number | Reason {
  const to = returns.length - 52
  if (now === null || to - n < firstCommon(styles)) return 'tooFewReturns'
  const then = fit(returns, styles, to - n, to)
  return (
    styles.reduce((sum, { kind }) => sum + Math.abs((now.weights[kind.id] ?? 0) - (then.weights[kind.id] ?? 0)), 0) / 2
  )
}

/** Half the sum of absolute differences by asset class between the fit and the declared benchmark. */
function gap(context: FundContext, now: StyleWeights, styles: readonly UsedStyle[]): number | Reason {
  if (context.benchmark === null) return 'noBenchmark'
  const declared = declaredWeights(context, context.lastDay)
  return (
    CLASSES.reduce((sum, name, c) => {
      const found = styles.filter(s => s.kind.class === name).reduce((w, s) => w + (now.weights[s.kind.id] ?? 0), 0)
      return sum + Math.abs(found - (declared[c] ?? 0))
    }, 0) / 2
  )
}
