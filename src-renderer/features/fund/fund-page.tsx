import { lazy, Suspense } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { MOST_ON_SCREEN } from '../../../src-main/model/most-on-screen.ts'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Figures } from '../../ui/fig.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Slow } from '../../ui/slow.tsx'
import '../client/client.css'
import { compareTray } from '../funds/screen-state.ts'
import { addToTray, comparePath } from '../funds/tray.tsx'
import { AnnouncementsTab, useAnnouncements } from './announcements-tab.tsx'
import { AttributionTab } from './attribution-tab.tsx'
import { FeesTab } from './fees-tab.tsx'
import { FundConventionsLine } from './conventions-line.tsx'
import { FundHead } from './fund-head.tsx'
import { fundTabs, isFundTab } from './fund-tabs.ts'
import type { FundTab } from './fund-tabs.ts'
import './fund.css'
import { HoldingsTab } from './holdings-tab.tsx'
import { ManagerTab } from './manager-tab.tsx'
import { PerformanceTab } from './performance-tab.tsx'
import { ProfileTab } from './profile-tab.tsx'
import { StyleTab } from './style-tab.tsx'

const DiagnosisTab = lazy(async () => ({ default: (await import('./diagnosis-tab.tsx')).DiagnosisTab }))

const bodies: Readonly<Record<FundTab, ComponentType<{ readonly report: FundReport }>>> = {
  diagnosis: DiagnosisTab,
  performance: PerformanceTab,
  attribution: AttributionTab,
  style: StyleTab,
  holdings: HoldingsTab,
  manager: ManagerTab,
  fees: FeesTab,
  profile: ProfileTab,
  announcements: ({ report }) => <AnnouncementsTab code={report.profile.code} />,
}

const Fund = ({ code, tab }: { readonly code: string; readonly tab: FundTab }): ReactNode => {
  const t = useT()
  const go = useNavigate()
  const { data, error, isFetching, refetch } = useAsk(['fund', code], api => api.funds.diagnosis({ code, asOf: null }))
  const report = data?.profile.code === code ? data : undefined
  const { data: told } = useAnnouncements(code)
  const count = told?.code === code ? told.rows.length : 0
  const show = (next: FundTab): void => void go(`/funds/${encodeURIComponent(code)}/${next}`, { replace: true })
  const step = (by: number): void => {
    const next = fundTabs[(fundTabs.indexOf(tab) + by + fundTabs.length) % fundTabs.length]
    if (next) show(next)
  }
  const compare = (): void => {
    if (addToTray(code)) void go(comparePath(compareTray.get()))
    else tell(t('comparing.full', { n: MOST_ON_SCREEN }))
  }
  useKeys([
    { keys: ['[', ']'], label: t('client.switchTab'), run: key => step(key === '[' ? -1 : 1), quiet: true },
    { keys: ['C'], label: t('comparing.key'), run: compare },
    { keys: ['Esc'], label: t('common.back'), run: () => void go(-1) },
  ])
  if (error && !report) return <Failure error={error} retry={() => void refetch()} />
  if (!report) return <PageHead title={t('screen.funds')} busy />
  const Body = bodies[tab]
  return (
    <div className="page fund">
      <FundHead profile={report.profile} busy={isFetching}>
        <Button keyHint="C" onClick={compare}>
          {t('comparing.key')}
        </Button>
      </FundHead>
      <div className="tabs">
        <Choice
          tabs
          large
          label={t('fund.tabs')}
          value={tab}
          onChange={show}
          options={fundTabs.map(x => ({
            value: x,
            label: x === 'announcements' && count > 0 ? `${t('fundTab.announcements')} ${count}` : t(`fundTab.${x}`),
          }))}
        />
        <span className="more el">
          <FundConventionsLine report={report} />
        </span>
      </div>
      <Figures notes={report}>
        <Suspense fallback={<Slow under />}>
          <Body report={report} />
        </Suspense>
      </Figures>
    </div>
  )
}

export const FundPage = (): ReactNode => {
  const { code, tab } = useParams()
  const open = useIsOpen()
  if (!open || code === undefined) return <NoBook screen="funds" />
  return <Fund key={code} code={code} tab={isFundTab(tab) ? tab : 'diagnosis'} />
}
