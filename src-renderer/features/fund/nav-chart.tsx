import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { PeriodId } from '../../../src-main/model/report/fund/performance.ts'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { Choice } from '../../ui/choice.tsx'
import { useTokens } from '../../ui/chart-theme.ts'
import { EChart } from '../../ui/echart.tsx'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'
import { drawdownOption } from './drawdown-option.ts'
import { usePeriodName } from './period-name.ts'
import { navOption } from './nav-option.ts'

type NavChartProps = {
  readonly report: FundReport
  readonly period: PeriodId
  readonly periods: readonly PeriodId[]
  readonly onPeriod: (id: PeriodId) => void
  readonly benchmark: boolean
  readonly peers: boolean
}

/** Adjusted NAV over peers as two bands, the drawdown below on the same time axis. */
export const NavChart = ({ report, period, periods, onPeriod, benchmark, peers }: NavChartProps): ReactNode => {
  const t = useT()
  const f = useFormat()
  const tokens = useTokens()
  const periodName = usePeriodName(report, 'periodShort')
  const { curve } = report.performance
  const nav = useMemo(
    () =>
      navOption(report, tokens, f, {
        period,
        benchmark,
        peers,
        words: {
          fund: t('fund.this'),
          benchmark: t('fund.benchmark'),
          median: t('fund.median'),
          since: name => t('fund.tookOver', { name }),
        },
      }),
    [report, tokens, f, t, period, benchmark, peers],
  )
  const under = useMemo(
    () =>
      drawdownOption(report, tokens, f, {
        period,
        benchmark,
        words: { now: t('fund.now'), benchmark: t('fund.benchmark') },
      }),
    [report, tokens, f, t, period, benchmark],
  )
  return (
    <section className="fsec">
      <h2>
        {t('fund.adjustedNav')}
        <small>
          {curve.dates[0] && t('fund.startsAt', { date: curve.dates[0] })}
          {curve.peers && t('fund.ofPeers', { count: curve.peers.count, n: f.int(curve.peers.count) })}{' '}
          <Fig figure={curve.latest} className="ask" printed={t('card.how')} />
        </small>
        <Choice
          label={t('fund.keyPeriod')}
          value={period}
          onChange={onPeriod}
          options={periods.map(id => ({ value: id, label: periodName(id) }))}
        />
      </h2>
      <EChart option={nav} height={232} label={t('fund.adjustedNav')} />
      <h2>
        {t('fund.drawdown')}
        <small>
          {t('fund.drawdownHow')} <Fig figure={report.risk.current} className="ask" printed={t('card.how')} />
        </small>
      </h2>
      <EChart option={under} height={96} label={t('fund.drawdown')} />
    </section>
  )
}
