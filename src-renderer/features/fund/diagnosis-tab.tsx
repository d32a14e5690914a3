import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { PeriodId } from '../../../src-main/model/report/fund/performance.ts'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { MonthMap } from '../../ui/month-map.tsx'
import { Said } from '../../ui/said.tsx'
import { Drawdowns } from './drawdowns.tsx'
import { FiveForces } from './five-forces.tsx'
import { NavChart } from './nav-chart.tsx'
import { PeriodTable } from './period-table.tsx'

export const DiagnosisTab = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const say = useSay()
  const [period, setPeriod] = useState<PeriodId>('sinceInception')
  const [withBenchmark, setBenchmark] = useState(true)
  const [withPeers, setPeers] = useState(true)
  const periods = report.performance.periods.filter(p => p.window !== null).map(p => p.id)
  useKeys([
    {
      keys: periods.map((_, i) => String(i + 1)),
      label: t('fund.keyPeriod'),
      run: key => setPeriod(periods[Number(key) - 1] ?? 'sinceInception'),
      quiet: true,
    },
    { keys: ['1', '…', String(periods.length)], label: t('fund.keyPeriod') },
    { keys: ['B'], label: t('fund.keyBenchmark'), run: () => setBenchmark(!withBenchmark) },
    { keys: ['G'], label: t('fund.keyPeers'), run: () => setPeers(!withPeers) },
  ])
  const years = useMemo(() => report.performance.years.map(y => ({ ...y, whole: y.fund })), [report])
  const { strengths, risks, alerts } = report.conclusion
  return (
    <div className="fdiag">
      <div className="con text">
        <b>{t('fund.strengths')}</b>
        <p>
          {strengths.map(s => (
            <Said key={s.rule} report={report} figures={s.figures}>
              {say(s.text)}
            </Said>
          ))}
          {strengths.length === 0 && <span>{t('fund.noStrengths')}</span>}
        </p>
        <b>{t('fund.risks')}</b>
        <p>
          {risks.map(s => (
            <Said key={s.rule} report={report} figures={s.figures}>
              {say(s.text)}
            </Said>
          ))}
          {alerts.map(a => (
            <Said key={a.rule} report={report} figures={a.figures} className="warn">
              {say(a.text)}
            </Said>
          ))}
          {risks.length + alerts.length === 0 && <span>{t('fund.noRisks')}</span>}
        </p>
        <b>{t('fund.suits')}</b>
        <p>
          <span>{say(report.conclusion.suits.text)}</span>
        </p>
      </div>
      <div className="lf" role="region" aria-label={t('fundTab.diagnosis')} tabIndex={0}>
        <NavChart
          report={report}
          period={period}
          periods={periods}
          onPeriod={setPeriod}
          benchmark={withBenchmark}
          peers={withPeers}
        />
        <PeriodTable report={report} />
      </div>
      <aside className="rtc" aria-label={t('fund.side')} tabIndex={0}>
        <FiveForces report={report} />
        <MonthMap years={years} />
        <Drawdowns risk={report.risk} />
      </aside>
    </div>
  )
}
