import { RiskGrade } from '../../model/levels.ts'
import type { MarketWriter } from '../../services/ports/market-tables.ts'
import { calendarOfNavs } from './calendar-of-navs.ts'
import { indexYearsOf, navYearsOf } from './nav-years.ts'
import type { Prepare } from './table.ts'
import type { Tables } from './tables.ts'

export const marketOf = (tables: Tables, prepare: Prepare): MarketWriter => ({
  products: {
    ...tables.products,
    earlierGrade: code => {
      const grade = prepare('SELECT grade FROM earlierGrades WHERE code = ?').pluck().get([code])
      return RiskGrade.nullable().parse(grade ?? null)
    },
  },
  funds: {
    ...tables.funds,
    ofPeerGroup: group => tables.funds.where('WHERE peerGroup = ? ORDER BY code', group),
    ofFund: fundId => tables.funds.where('WHERE fundId = ? ORDER BY code', fundId),
    search: (text, limit) => {
      const anywhere = `%${text.replaceAll(/[\\%_]/g, found => `\\${found}`)}%`
      return tables.funds.where(
        `WHERE code LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\' ORDER BY code LIMIT ?`,
        anywhere,
        anywhere,
        limit,
      )
    },
  },
  fundHoldings: {
    ...tables.fundHoldings,
    ofFund: fundId => tables.fundHoldings.where('WHERE fundId = ? ORDER BY date', fundId),
    latest: (fundId, asOf) =>
      tables.fundHoldings.where('WHERE fundId = ? AND date <= ? ORDER BY date DESC LIMIT 1', fundId, asOf)[0] ?? null,
  },
  announcements: {
    ...tables.announcements,
    ofFund: fundId => tables.announcements.where('WHERE fundId = ? ORDER BY date DESC, id', fundId),
  },
  yields: tables.yields,
  navs: tables.navs,
  navYears: navYearsOf(tables.navs),
  indexYears: indexYearsOf(tables.benchmarks, code => {
    const name = prepare('SELECT name FROM benchmarks WHERE code = ?').pluck().get([code])
    return typeof name === 'string' && name !== '' ? name : code
  }),
  benchmarks: {
    ...tables.benchmarks,
    names: () =>
      prepare('SELECT code, name FROM benchmarks ORDER BY code').all() as {
        readonly code: string
        readonly name: string
      }[],
    calendar: () => {
      const days = new Set<number>()
      const indices = tables.benchmarks.codes()
      for (const code of indices) for (const day of tables.benchmarks.series(code)?.days ?? []) days.add(day)
      return indices.length === 0 ? calendarOfNavs(tables.navs) : Int32Array.from(days).toSorted()
    },
  },
  rulePacks: {
    ...tables.rulePacks,
    ofKind: kind => tables.rulePacks.where('WHERE kind = ? ORDER BY effectiveOn, version', kind),
  },
})
