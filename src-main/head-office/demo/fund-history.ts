import type { Calendar } from './calendar.ts'
import { type FactorReturns, combine } from './factors.ts'
import type { FundSpec } from './fund-spec.ts'
import { makeRandom } from './random.ts'
import type { Series } from './series.ts'

/** A distribution or a split on one position of the calendar; `perUnit4` in 1e-4 yuan. */
export interface FundEvent {
  readonly position: number
  readonly perUnit4: number
  readonly ratio: number
}

export interface ShareClass {
  readonly code: string
  readonly letter: string | null
  readonly spec: FundSpec
  readonly series: Series
  readonly events: readonly FundEvent[]
  readonly sales: number
}

const moneySeries = (spec: FundSpec, code: string, calendar: Calendar, end: number, extra: number): Series => {
  const values = new Int32Array(end - spec.start + 1)
  for (let t = spec.start; t <= end; t++) {
    const year = (t - 1700) / 243
    const rate = spec.perYear + extra - 0.0012 * year + 0.002 * Math.sin(t / 90)
    const gap = (calendar.days[t] ?? 0) - (calendar.days[t - 1] ?? (calendar.days[t] ?? 0) - 1)
    // 万份收益 of all calendar days since the last exchange day
    values[t - spec.start] = Math.max(500, Math.round((10000 * rate * gap * 10000) / 365))
  }
  return { code, start: spec.start, values }
}

const findEvents = (spec: FundSpec, returns: Float64Array, seed: number): FundEvent[] => {
  const random = makeRandom(seed, `events/${spec.fundId}`)
  const events: FundEvent[] = []
  let nav = 1
  let last = 0
  for (let t = 1; t < returns.length; t++) {
    nav *= Math.exp(returns[t] ?? 0)
    if (spec.splitter && nav > 1.9) {
      const ratio = Math.round(nav * 1000) / 1000
      events.push({ position: spec.start + t, perUnit4: 0, ratio })
      nav /= ratio
      last = t
    } else if (spec.payer && t - last > 160 && nav > 1.06 && random.chance(0.02)) {
      const perUnit4 = Math.round((nav - 1.005) * (0.35 + 0.5 * random.next()) * 1000) * 10
      events.push({ position: spec.start + t, perUnit4, ratio: 1 })
      nav -= perUnit4 / 10000
      last = t
    }
  }
  return events
}

const navSeries = (
  code: string,
  start: number,
  first: number,
  returns: Float64Array,
  drag: number,
  events: readonly FundEvent[],
  specStart: number,
): Series => {
  const skip = start - specStart
  const values = new Int32Array(returns.length - skip)
  const due = events.filter(e => e.position > start)
  let nav = first
  let next = 0
  values[0] = Math.round(nav * 10000)
  for (let t = 1; t < values.length; t++) {
    nav *= Math.exp((returns[skip + t] ?? 0) - drag)
    const event = due[next]
    if (event !== undefined && event.position === start + t) {
      nav = (nav - event.perUnit4 / 10000) / event.ratio
      next++
    }
    values[t] = Math.max(100, Math.round(nav * 10000))
  }
  return { code, start, values }
}

/** All share classes of one fund; later classes start at the first one's NAV of their first day. */
export const makeShareClasses = (
  seed: number,
  spec: FundSpec,
  factors: FactorReturns,
  calendar: Calendar,
  nextCode: () => string,
): ShareClass[] => {
  const random = makeRandom(seed, `nav/${spec.fundId}`)
  const end = spec.closed ?? calendar.days.length - 1
  const [management, custody, sales] = spec.peer.fees
  const letters = spec.peer.classes.length === 0 ? [null] : spec.peer.classes
  if (spec.peer.type === 'money')
    return letters.map(letter => {
      const code = nextCode()
      const extra = letter === 'B' ? 0.0024 : 0
      return {
        code,
        letter,
        spec,
        events: [],
        sales: sales - extra,
        series: moneySeries(spec, code, calendar, end, extra),
      }
    })
  const daily = spec.idio / Math.sqrt(243)
  const returns = combine(
    factors,
    spec.loads,
    spec.perYear - management - custody,
    spec.start,
    end - spec.start + 1,
    () => daily * random.normal(),
  )
  returns[0] = 0
  const events = findEvents(spec, returns, seed)
  const firstCode = nextCode()
  const first = navSeries(firstCode, spec.start, 1, returns, 0, events, spec.start)
  const out: ShareClass[] = [{ code: firstCode, letter: letters[0] ?? null, spec, series: first, events, sales: 0 }]
  for (const letter of letters.slice(1)) {
    if (letter !== 'C' && !random.chance(0.35)) continue
    if (letter === 'C' && spec.featured === null && !random.chance(0.7)) continue
    const start = spec.start + (random.chance(0.4) ? 0 : random.int(Math.max(1, Math.floor((end - spec.start) * 0.8))))
    const code = nextCode()
    const from = (first.values[start - spec.start] ?? 10000) / 10000
    const fee = letter === 'C' ? sales : 0
    const own = events.filter(e => e.position > start)
    out.push({
      code,
      letter,
      spec,
      sales: fee,
      events: own,
      series: navSeries(code, start, from, returns, fee / 243, own, spec.start),
    })
  }
  return out
}
