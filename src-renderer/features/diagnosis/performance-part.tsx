import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { useTokens } from '../../ui/chart-theme.ts'
import { EChart } from '../../ui/echart.tsx'
import { FigureTable } from '../../ui/figure-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { lineOption } from '../../ui/line-option.ts'
import { AccountMonths } from './account-months.tsx'
import { Contributions } from './contributions.tsx'
import { PeriodFigures } from './period-figures.tsx'

/** B2: the time-weighted curve against the target, its drawdown, periods, years, months and what each product brought. */
export const PerformancePart = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const tokens = useTokens()
  const { performance } = report
  const { returns } = performance
  const dates = useMemo(() => returns.map(p => p.date), [returns])
  const account = t('accountPerf.account')
  const target = t('accountPerf.target')
  const curve = useMemo(
    () =>
      lineOption(
        tokens,
        f,
        [
          { name: target, dates, values: returns.map(p => p.target), colour: tokens.ink2 },
          { name: account, dates, values: returns.map(p => p.account), colour: tokens.accent, bold: true },
        ],
        { print: n => f.ratio(n, 3), base: 1 },
      ),
    [tokens, f, dates, returns, account, target],
  )
  const under = useMemo(
    () =>
      lineOption(
        tokens,
        f,
        [
          {
            name: account,
            dates,
            values: returns.map(p => p.drawdown),
            colour: tokens.accent,
            bold: true,
            area: 0.14,
          },
        ],
        { print: n => f.share(n, 1), max: 0 },
      ),
    [tokens, f, dates, returns, account],
  )
  return (
    <>
      <section className="fsec">
        <h2>
          {t('accountPerf.curve')}
          <small>{t('accountPerf.curveHow', { date: f.date(dates[0] ?? null) })}</small>
        </h2>
        {returns.length > 1 ? (
          <>
            <EChart option={curve} height={200} label={t('accountPerf.curve')} />
            <h2>{t('fund.drawdown')}</h2>
            <EChart option={under} height={104} label={t('fund.drawdown')} />
          </>
        ) : (
          <p className="i2">{t('diag.noHistory')}</p>
        )}
      </section>
      <PeriodFigures performance={performance} />
      <FigureTable
        title={t('years.title')}
        heads={[t('years.year'), account, target]}
        rows={performance.calendarYears.map(y => ({
          id: String(y.year),
          label: y.whole ? String(y.year) : t('years.part', { year: y.year }),
          cells: [
            { figure: y.account, signed: true },
            { figure: y.target, signed: true },
          ],
        }))}
      />
      <AccountMonths months={performance.months} years={performance.calendarYears} />
      <Contributions performance={performance} />
    </>
  )
}
