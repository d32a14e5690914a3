import type { ReactNode } from 'react'
import type { FundRow } from '../../../src-main/contract/funds.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { Slow } from '../../ui/slow.tsx'
import { MakeReport } from '../reports/make-report.tsx'

export const FundHead = ({ fund, busy }: { readonly fund: FundRow; readonly busy: boolean }): ReactNode => {
  const t = useT()
  const f = useFormat()
  return (
    <header className="hd">
      <h1 title={fund.name} style={{ maxWidth: 420 }}>
        {fund.name}
        <small>{fund.code}</small>
      </h1>
      <div className="sepv" />
      <p className="who">
        {t(`fundType.${fund.type}`)} · {t(`saleStatus.${fund.status}`)}
        {fund.size !== null && ` · ${t('fund.size', { money: f.money(fund.size) })}`}
        <br />
        {fund.manager && `${t('fund.manager', { name: fund.manager })} · `}
        {t('fund.inception', { date: fund.inceptionOn })}
      </p>
      <div className="sepv" />
      <p className="who">
        <b style={{ color: 'var(--ink)' }} className={fund.riskGrade ? '' : 'warn'}>
          {fund.riskGrade
            ? t('fund.grade', { grade: fund.riskGrade, name: t(`grade.${fund.riskGrade}`) })
            : t('fund.noGrade')}
        </b>
        <br />
        {fund.company}
      </p>
      <MakeReport kind="fund" subject={fund.code} />
      {busy && <Slow />}
    </header>
  )
}
