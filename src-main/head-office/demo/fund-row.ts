import type { z } from 'zod'
import type { Fund } from '../../model/fund.ts'
import type { Calendar } from './calendar.ts'
import { isoDate } from './days.ts'
import type { ShareClass } from './fund-history.ts'
import { makeRandom } from './random.ts'
import { managerName } from './person-name.ts'
import { ratingsOf } from './ratings.ts'

const quarterEnds = (today: string, count: number, months: readonly string[]): string[] => {
  const out: string[] = []
  for (let year = Number(today.slice(0, 4)); out.length < count; year--)
    for (const md of months.toReversed()) {
      const date = `${year}-${md}`
      // Reports appear about three weeks after the end of the period
      if (date < today && out.length < count) out.push(date)
    }
  return out.toReversed()
}

export const quarters = (today: string, count: number): string[] =>
  quarterEnds(today, count, ['03-31', '06-30', '09-30', '12-31'])
export const halfYears = (today: string, count: number): string[] => quarterEnds(today, count, ['06-30', '12-31'])

/** Row of the stream `funds`; `today` is the last published position. */
export const fundRow = (
  seed: number,
  share: ShareClass,
  calendar: Calendar,
  today: number,
  swap: boolean,
): z.input<typeof Fund> => {
  const { spec } = share
  const random = makeRandom(seed, `row/${share.code}`)
  const shared = makeRandom(seed, `row/${spec.fundId}`)
  const on = (position: number): string => isoDate(calendar.days[position] ?? 0)
  const closed = spec.closed !== null && spec.closed <= today ? spec.closed : null
  const end = closed ?? today
  const managers: { name: string; from: string; to: string | null }[] = []
  for (let from = spec.start; from < end;) {
    const until = from + 300 + shared.int(1500)
    managers.push({
      name: managerName(seed, spec.company, shared.int(14)),
      from: on(from),
      to: until < end ? on(until) : null,
    })
    from = until
  }
  const current = managers.at(-1)
  if (swap && current !== undefined) {
    current.to = on(today)
    managers.push({ name: managerName(seed, spec.company, 20), from: on(today), to: null })
  }
  if (managers.length === 0) managers.push({ name: managerName(seed, spec.company, 0), from: on(spec.start), to: null })
  const [management, custody, , front] = spec.peer.fees
  const todayDate = on(today)
  const inception = on(share.series.start)
  const small = shared.chance(0.06) ? 0.015 : 1
  const size =
    spec.peer.size *
    Math.exp(0.9 * shared.normal()) *
    small *
    (share.letter === 'A' || share.letter === null ? 0.7 : 0.3)
  const free = share.letter === 'C' || front === 0
  const halted = shared.chance(0.02)
  const limited = shared.chance(0.08)
  const individual = Math.round(shared.between(0.2, 0.99) * 1000) / 1000
  const turnover = Math.round(shared.between(0.4, 4) * 100) / 100
  return {
    code: share.code,
    fundId: spec.fundId,
    name: share.letter === null ? spec.name : `${spec.name}${share.letter}`,
    shareClass: share.letter,
    company: spec.company,
    type: spec.peer.type,
    peerGroup: spec.peer.group,
    inceptionOn: inception,
    closedOn: closed === null ? null : on(closed),
    managers,
    benchmark: [
      { from: on(spec.start), parts: Object.entries(spec.benchmark).map(([index, weight]) => ({ index, weight })) },
    ],
    sizes: quarters(todayDate, 8)
      .filter(d => d > inception)
      .map(date => ({ date, size: Math.round(size * Math.exp(0.08 * random.normal()) * 1e4) * 1e6 })),
    fees: {
      management,
      custody,
      sales: share.sales,
      purchase: free
        ? [{ from: 0, rate: 0 }]
        : [
            { from: 0, rate: front },
            { from: 1_000_000, rate: front * 0.6 },
            { from: 5_000_000, rate: 0 },
          ],
      redemption:
        spec.peer.type === 'money'
          ? [{ from: 0, rate: 0 }]
          : [
              { from: 0, rate: 0.015 },
              { from: 7, rate: share.letter === 'C' ? 0 : 0.0075 },
              { from: 30, rate: share.letter === 'C' ? 0 : 0.005 },
              { from: 730, rate: 0 },
            ],
    },
    dividends: share.events
      .filter(e => e.perUnit4 > 0 && e.position <= today)
      .map(e => ({ date: on(e.position), perUnit4: e.perUnit4 })),
    splits: share.events
      .filter(e => e.ratio !== 1 && e.position <= today)
      .map(e => ({ date: on(e.position), ratio: e.ratio })),
    status: closed !== null ? 'closed' : halted ? 'halted' : limited ? 'limited' : 'open',
    purchaseLimit: closed === null && !halted && limited ? 10_000_000 : null,
    holders: halfYears(todayDate, 4)
      .filter(d => d > inception)
      .map(date => ({ date, institutional: Math.round((1 - individual) * 1000) / 1000, individual })),
    turnover: halfYears(todayDate, 4)
      .filter(d => d > inception && spec.peer.mix[0] > 0.1)
      .map(date => ({ date, rate: Math.round(turnover * shared.between(0.8, 1.2) * 100) / 100 })),
    duration:
      spec.peer.duration === undefined ? null : Math.round(spec.peer.duration * shared.between(0.7, 1.3) * 100) / 100,
    ratings: ratingsOf(seed, spec, inception, quarters(todayDate, 2)),
  }
}
