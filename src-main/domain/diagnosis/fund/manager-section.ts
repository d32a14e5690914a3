import type { FundManager } from '../../../model/fund.ts'
import type { FundManagerSection, ManagerRow, OtherFund } from '../../../model/report/fund/manager.ts'
import { annualized } from '../../portfolio/annualized.ts'
import { dayNumber, isoDate } from '../../portfolio/day-number.ts'
import { lastAtOrBefore, yearsBefore } from '../day-axis.ts'
import { deepest } from './calendar-years.ts'
import type { FundContext } from './fund-context.ts'
import type { CardFacts, Reason } from './figure-kit.ts'
import type { OtherFundInput } from './fund-input.ts'
import { returnStanding } from './peer-standing.ts'
import { reachesBackTo } from './windows.ts'

export function managerSection(context: FundContext): FundManagerSection {
  const { input, figure } = context
  const since = yearsBefore(isoDate(context.lastDay), 3)
  const managers = input.fund.managers.toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1))
  const changes = managers.filter(m => m.from > since && m.from > input.fund.inceptionOn).length
  return {
    rows: managers.map((manager, i) => managerRow(context, manager, i)),
    others: input.otherFunds.map(other => otherFund(context, other)),
    changesInThreeYears: figure(
      'manager.changes',
      'managerChanges',
      'count',
      managers.length === 0 ? 'noManager' : changes,
      { from: dayNumber(since), to: context.lastDay, frequency: 'event' },
    ),
  }
}

function managerRow(context: FundContext, manager: FundManager, i: number): ManagerRow {
  const { figure, history, benchmark } = context
  const { days, adjusted } = history
  const id = `manager${i + 1}`
  const end = manager.to === null ? context.lastDay : Math.min(dayNumber(manager.to), context.lastDay)
  const start = Math.max(dayNumber(manager.from) - 1, days[0] ?? end)
  const tenure = end - dayNumber(manager.from)
  const from = lastAtOrBefore(days, start)
  const to = lastAtOrBefore(days, end)
  const none: Reason | null =
    from < 0 || to <= from ? 'noNav' : reachesBackTo(context, dayNumber(manager.from)) ? null : 'beforeData'
  const fromDay = days[from] ?? start
  const toDay = days[to] ?? end
  const facts: CardFacts = { from: fromDay, to: toDay, frequency: context.frequency, n: Math.max(0, to - from) }
  const own = (adjusted[to] ?? NaN) / (adjusted[from] ?? NaN) - 1
  const theirs = benchmark === null ? NaN : (benchmark[to] ?? NaN) / (benchmark[from] ?? NaN) - 1
  const standing = none === null ? returnStanding(context, fromDay, toDay, own) : null
  const percentile = standing === null ? null : (standing.peers - standing.rank) / (standing.peers - 1)
  return {
    name: manager.name,
    from: manager.from,
    to: manager.to,
    tenureDays: figure(`${id}.tenure`, 'tenure', 'days', tenure, {
      from: dayNumber(manager.from),
      to: end,
      frequency: 'event',
    }),
    return: figure(`${id}.return`, 'totalReturn', 'return', none ?? own, facts),
    annualReturn: figure(
      `${id}.annualReturn`,
      'annualReturn',
      'return',
      none ?? (toDay - fromDay < 365 ? 'underOneYear' : annualized(own, toDay - fromDay)),
      facts,
    ),
    maxDrawdown: figure(`${id}.maxDrawdown`, 'maxDrawdown', 'ratio', none ?? deepest(adjusted, from, to), facts),
    excess: figure(
      `${id}.excess`,
      'excessReturn',
      'return',
      none ?? (Number.isNaN(theirs) ? 'noBenchmark' : own - theirs),
      {
        ...facts,
        benchmark: context.benchmarkName,
      },
    ),
    percentile: figure(`${id}.percentile`, 'percentile', 'ratio', none ?? percentile ?? 'noPeers', facts),
  }
}

function otherFund(context: FundContext, other: OtherFundInput): OtherFund {
  const { days, values } = other.adjusted
  const from = Math.max(0, lastAtOrBefore(days, dayNumber(other.from) - 1))
  const to = lastAtOrBefore(days, context.lastDay)
  const own = (values[to] ?? NaN) / (values[from] ?? NaN) - 1
  return {
    code: other.code,
    name: other.name,
    peerGroup: other.peerGroup,
    from: other.from,
    return: context.figure(`other.${other.code}`, 'totalReturn', 'return', to > from ? own : 'noNav', {
      from: days[from],
      to: days[to],
      frequency: 'daily',
      n: Math.max(0, to - from),
    }),
  }
}
