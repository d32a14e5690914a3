import { lastAtOrBefore } from '../../domain/diagnosis/day-axis.ts'
import { advanceUniverse } from '../../domain/diagnosis/universe/advance-universe.ts'
import { columnOf, withRoom, type MarketMatrix } from '../../domain/diagnosis/universe/market-matrix.ts'
import type { UniverseInput } from '../../domain/diagnosis/universe/rank-universe.ts'
import { dayNumber } from '../../domain/portfolio/day-number.ts'
import type { Fund } from '../../model/fund.ts'
import type { NavMark } from '../ports/series.ts'
import { settingsOf, stateOf, windowStart, type MarketPart, type MarketScene, type Measured } from './market-part.ts'
import { adjustedFrom, mixLevels } from './market-universe.ts'

/** What decides where a fund is ranked and against what; events are looked at apart. */
const placeOf = ({ fundId, shareClass, peerGroup, type, benchmark }: Fund): string =>
  JSON.stringify([fundId, shareClass, peerGroup, type, benchmark])
const eventsOf = ({ dividends, splits }: Fund): string => JSON.stringify([dividends, splits])

const same = (a: Float64Array, b: Float64Array, n: number): boolean => {
  for (let i = 0; i < n; i++) if (!Object.is(a[i], b[i])) return false
  return true
}

const startsWith = (calendar: Int32Array, at: number, days: Int32Array): boolean =>
  at >= 0 && days.every((day, i) => calendar[at + i] === day)

/**
 * Moves a part on to a later day and reads only what came since; null when more than that has changed: other funds,
 * groups, benchmarks, calendar or settings. Funds with a changed past are measured anew on their own.
 */
export const advancePart = (
  scene: MarketScene,
  part: MarketPart,
  funds: readonly Fund[],
  end: number,
): MarketPart | null => {
  const { calendar, tx } = scene
  const { lateDays } = scene.thresholds
  const old = part.input.matrix.days
  const first = lastAtOrBefore(calendar, old[0] ?? 0)
  const days = calendar.slice(Math.max(0, first), lastAtOrBefore(calendar, end) + 1)
  if (days.length < old.length || days.length > part.input.matrix.stride || !startsWith(calendar, first, old))
    return null
  const settings = settingsOf(scene, end)
  if (JSON.stringify(settings) !== JSON.stringify(part.input.settings)) return null
  if (!funds.every((fund, f) => fund === part.funds[f] || samePlace(fund, part.funds[f]))) return null
  const benchmarks = mixLevels(funds, scene.indices, days)
  if (!benchmarks.every((levels, i) => same(levels, part.input.benchmarks[i] ?? levels, old.length))) return null
  const matrix = withRoom(part.input.matrix, days)
  const marks = funds.map(fund => scene.marks.get(fund.code) ?? null)
  const anew: number[] = []
  funds.forEach((fund, f) => {
    const kept = extendColumn(
      matrix,
      f,
      old.length,
      fund,
      part.funds[f],
      part.marks[f] ?? null,
      marks[f] ?? null,
      lateDays,
    )
    if (kept) return
    const fresh = new Float64Array(days.length)
    columnOf(days, adjustedFrom(tx, fund, days, scene.thresholds), fresh, lateDays)
    const column = matrix.values.subarray(f * matrix.stride, f * matrix.stride + days.length)
    if (!same(fresh, column, old.length)) anew.push(f)
    column.set(fresh)
  })
  const input: UniverseInput = { ...part.input, matrix, benchmarks, settings }
  const moved = (measured: Measured | null, years: number): Measured | null => {
    if (measured === null) return null
    const state = stateOf(part.input, measured)
    for (const f of anew) state.live[f] = 0
    const from = windowStart(calendar, end, years) - first
    return { universe: advanceUniverse(input, state, { from, to: days.length - 1 }), state }
  }
  // The sums of the part before are used up: it is not moved a second time.
  return { funds, input, year: moved(part.year, 1), three: moved(part.three, 3), marks }
}

const samePlace = (fund: Fund, before: Fund | undefined): boolean =>
  before !== undefined && fund.code === before.code && placeOf(fund) === placeOf(before)

/** Adds the new days of a fund from its mark alone; false when its history has to be read. */
const extendColumn = (
  matrix: MarketMatrix,
  f: number,
  known: number,
  fund: Fund,
  before: Fund | undefined,
  was: NavMark | null,
  now: NavMark | null,
  late: number,
): boolean => {
  const { days, values, stride } = matrix
  const base = f * stride
  if (now === null || was === null) return false
  if (fund.type === 'money' || now.past !== was.past || now.points - was.points > 1) return false
  if (fund !== before && (before === undefined || eventsOf(fund) !== eventsOf(before))) return false
  const at = lastAtOrBefore(days, was.lastDay)
  // A last NAV on another than an exchange day hides the one before it.
  if (at < 0 || days[at] !== was.lastDay || was.lastValue <= 0) return false
  const last = values[base + at] as number
  // Too long silent: what is between has to be filled from the history.
  if (Number.isNaN(values[base + known - 1] as number)) return false
  const added = now.points > was.points ? lastAtOrBefore(days, now.lastDay) : -1
  if (added >= 0 && added < known) return false
  if (added >= 0 && days[added] === now.lastDay && now.lastValue > 0) {
    if (hasEvent(fund, was.lastDay, now.lastDay)) return false
    values.fill(last, base + known, base + added)
    values.fill((last * now.lastValue) / was.lastValue, base + added, base + days.length)
    clip(values, base, added, days.length, late)
    return true
  }
  if (added >= 0) return false
  values.fill(last, base + known, base + days.length)
  clip(values, base, at, days.length, late)
  return true
}

/** A last NAV stands for a few days after it and then no longer. */
const clip = (values: Float64Array, base: number, at: number, length: number, late: number): void => {
  if (at + late + 1 < length) values.fill(NaN, base + at + late + 1, base + length)
}

const hasEvent = ({ dividends, splits }: Fund, after: number, to: number): boolean =>
  [...dividends, ...splits].some(({ date }) => dayNumber(date) > after && dayNumber(date) <= to)
