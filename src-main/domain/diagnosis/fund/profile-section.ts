import type { FundProfile } from '../../../model/report/fund/profile.ts'
import type { Fen, IsoDate } from '../../../model/units.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import { lastAtOrBefore } from '../day-axis.ts'
import { mixOn } from './benchmark-levels.ts'
import type { FundContext } from './fund-context.ts'
import { dateOf } from './figure-kit.ts'

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
    sizes: sizes.slice(-12),
    dividends: fund.dividends.toSorted((a, b) => (a.date < b.date ? 1 : -1)),
    splits: fund.splits.toSorted((a, b) => (a.date < b.date ? 1 : -1)),
    lagDays: last === undefined || newest < 0 ? null : newest - lastAtOrBefore(calendar, last),
  }
}

/** Size of the whole fund by report date: its share classes are one pool of money. */
function sizesOf({ fund, classes }: FundContext['input']): { date: IsoDate; size: Fen }[] {
  const all = classes.some(c => c.code === fund.code) ? classes : [fund]
  const sums = new Map<IsoDate, number>()
  for (const { sizes } of all) for (const { date, size } of sizes) sums.set(date, (sums.get(date) ?? 0) + size)
  return [...sums].map(([date, size]) => ({ date, size: size as Fen })).toSorted((a, b) => (a.date < b.date ? -1 : 1))
}
