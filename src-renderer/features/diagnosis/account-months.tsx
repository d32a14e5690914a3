import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { AccountPerformance } from '../../../src-main/model/report/account/performance.ts'
import { MonthMap } from '../../ui/month-map.tsx'
import type { MonthYear } from '../../ui/month-map.tsx'

/** Months of the account, newest year first. */
export const AccountMonths = ({
  months,
  years,
}: {
  readonly months: AccountPerformance['months']
  readonly years: AccountPerformance['calendarYears']
}): ReactNode => {
  const rows = useMemo(() => {
    const byYear = Map.groupBy(months, m => Number(m.month.slice(0, 4)))
    return [...byYear]
      .map(([year, own]): MonthYear => {
        const at = new Map(own.map(m => [Number(m.month.slice(5, 7)), m.account]))
        return {
          year,
          months: Array.from({ length: 12 }, (_, i) => at.get(i + 1) ?? null),
          whole: years.find(y => y.year === year)?.account ?? null,
        }
      })
      .toSorted((a, b) => b.year - a.year)
  }, [months, years])
  return <MonthMap years={rows} />
}
