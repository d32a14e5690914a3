import type { FundProfile } from '../../../model/report/fund/profile.ts'
import type { Fen, IsoDate } from '../../../model/units.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import { lastAtOrBefore } from '../day-axis.ts'
import { mixOn } from './benchmark-levels.ts'
import type { FundContext } from './fund-context.ts'
import { dateOf, type CardFacts } from './figure-kit.ts'

export function profileSection(context: FundContext): FundProfile {
  const { input, history, figure } = context
  const { fund, calendar } = input
  const { days, nav } = history
  const last = days.at(-1)
  const newest = lastAtOrBefore(calendar, dayNumber(input.asOf))
  const sizes = sizesOf(input)
  const size = sizes.at(-1)
  const on = size === undefined ? undefined : dayNumber(size.date)
  return {
    code: fund.code,
    fundId: fund.fundId,
    name: fund.name,
    shareClass: fund.shareClass,
    company: fund.company,
    type: fund.type,
    peerGroup: fund.peerGroup,
    inceptionOn: fund.inceptionOn,
    closedOn: fund.closedOn,
    managers: fund.managers.filter(m => m.to === null).map(m => ({ name: m.name, since: m.from })),
    benchmark: (mixOn(fund, context.lastDay)?.parts ?? []).map(part => ({
      ...part,
      name: input.indices.get(part.index)?.name ?? part.index,
    })),
    riskGrade: input.riskGrade,
    gradedOn: input.gradedOn,
    status: fund.status,
    purchaseLimit: fund.purchaseLimit,
    nav: figure('profile.nav', 'nav', 'number', nav.at(-1) ?? 'noNav', { from: last, to: last, frequency: 'daily' }),
    navDate: last === undefined ? null : dateOf(last),
    size: figure('profile.size', 'size', 'fen', size?.size ?? 'noSize', { from: on, to: on, frequency: 'snapshot' }),
    sizes: sizes.slice(-12).map(({ date, size: each }) => ({
      date,
      size: figure(`size.${date}`, 'size', 'fen', each, onDay(date)),
    })),
    dividends: newestFirst(fund.dividends, input.asOf).map(({ date, perUnit4 }) => ({
      date,
      perUnit: figure(`dividend.${date}`, 'dividend', 'number', perUnit4 / 10_000, onDay(date)),
    })),
    splits: newestFirst(fund.splits, input.asOf).map(({ date, ratio }) => ({
      date,
      ratio: figure(`split.${date}`, 'split', 'number', ratio, onDay(date)),
    })),
    classes: input.classes
      .map(each => ({ code: each.code, name: each.name, inceptionOn: each.inceptionOn, status: each.status }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    ratings: ratingsOf(context),
    redemptionDays: input.redemptionDays,
    lagDays: last === undefined || newest < 0 ? null : newest - lastAtOrBefore(calendar, last),
  }
}

/** Newest stars of every agency and period, with those before them. */
function ratingsOf({ input, figure }: FundContext): FundProfile['ratings'] {
  const known = input.fund.ratings.filter(r => r.date <= input.asOf).toSorted((a, b) => (a.date < b.date ? 1 : -1))
  const kinds = new Map(known.map(r => [`${r.agency} ${r.years ?? ''}`, r]))
  return [...kinds]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([kind, { agency, years }]) => {
      const [last, before] = known.filter(r => r.agency === agency && r.years === years)
      if (last === undefined) return []
      const stars = (id: string, of: typeof before) =>
        figure(`rating.${kind.trim()}${id}`, 'rating', 'number', of?.stars ?? 'noRating', of && onDay(of.date))
      return [{ agency, years, date: last.date, stars: stars('', last), before: stars('.before', before) }]
    })
}

/** A report or an event of one day. */
function onDay(date: string): CardFacts {
  return { from: dayNumber(date), to: dayNumber(date), frequency: 'event' }
}

function newestFirst<T extends { readonly date: IsoDate }>(rows: readonly T[], asOf: string): readonly T[] {
  return rows.filter(row => row.date <= asOf).toSorted((a, b) => (a.date < b.date ? 1 : -1))
}

/** Size of the whole fund by report date: its share classes are one pool of money. */
function sizesOf({ fund, classes, asOf }: FundContext['input']): { date: IsoDate; size: Fen }[] {
  const all = classes.some(c => c.code === fund.code) ? classes : [fund]
  const sums = new Map<IsoDate, number>()
  for (const { sizes } of all)
    for (const { date, size } of sizes) if (date <= asOf) sums.set(date, (sums.get(date) ?? 0) + size)
  return [...sums].map(([date, size]) => ({ date, size: size as Fen })).toSorted((a, b) => (a.date < b.date ? -1 : 1))
}
