import type { ReactNode } from 'react'
import type { FundProfile } from '../../../src-main/model/report/fund/profile.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { Slow } from '../../ui/slow.tsx'
import { MakeReport } from '../reports/make-report.tsx'

export const FundHead = ({
  profile,
  busy,
  children,
}: {
  readonly profile: FundProfile
  readonly busy: boolean
  /** Further buttons before the one of the report. */
  readonly children?: ReactNode
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const managers = profile.managers.map(m => t('fund.managerSince', { name: m.name, date: m.since }))
  return (
    <header className="hd">
      <h1 title={`${profile.name} ${profile.code}`}>
        <span className="el">{profile.name}</span>
        <small>{profile.code}</small>
      </h1>
      <div className="sepv" />
      <p className="who">
        {t(`fundType.${profile.type}`)} · {t(`saleStatus.${profile.status}`)}
        {profile.size.value !== null && ` · ${t('fund.size', { money: f.money(profile.size.value) })}`}
        <br />
        {managers.length > 0 && `${t('fund.manager', { name: managers.join(t('common.comma')) })} · `}
        {t('fund.inception', { date: profile.inceptionOn })}
        {profile.closedOn && ` · ${t('fund.closedOn', { date: profile.closedOn })}`}
      </p>
      <div className="sepv" />
      <p className="who">
        {profile.riskGrade ? (
          <>
            <b style={{ color: 'var(--ink)' }}>
              {t('fund.grade', { grade: profile.riskGrade, name: t(`grade.${profile.riskGrade}`) })}
            </b>
            {profile.gradedOn && t('fund.gradedOn', { date: profile.gradedOn })}
          </>
        ) : (
          <b className="warn">{t('fund.noGrade')}</b>
        )}
        <br />
        {profile.company}
      </p>
      <span className="acts">{children}</span>
      <MakeReport key={profile.code} kind="fund" subject={profile.code} />
      {busy && <Slow />}
    </header>
  )
}
