import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Settings } from '../../../src-main/contract/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen, useSettings } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import '../client/client.css'
import { PackPart } from '../suitability/pack-part.tsx'
import '../suitability/suitability.css'
import { DeviceList } from './device-list.tsx'
import { GeneralSettings } from './general-settings.tsx'
import { SegmentSettings } from './segment-settings.tsx'
import './settings.css'

const tabs = ['general', 'thresholds', 'standards', 'packs', 'devices'] as const
type Tab = (typeof tabs)[number]
const thresholdParts = ['tiers', 'styles', 'versions'] as const
const standardParts = ['standards', 'versions'] as const

const Part = ({ tab, settings }: { readonly tab: Tab; readonly settings: Settings }): ReactNode => {
  switch (tab) {
    case 'general':
      return <GeneralSettings settings={settings} />
    case 'thresholds':
      return <SegmentSettings key={tab} parts={thresholdParts} />
    case 'standards':
      return <SegmentSettings key={tab} parts={standardParts} />
    case 'packs':
      return <PackPart />
    case 'devices':
      return <DeviceList />
  }
}

const Loaded = (): ReactNode => {
  const t = useT()
  const go = useNavigate()
  const { tab: wanted } = useParams()
  const { data, error, refetch } = useSettings()
  const tab = tabs.find(each => each === wanted) ?? 'general'
  const open = (next: Tab): void => void go(next === 'general' ? '/settings' : `/settings/${next}`, { replace: true })
  const step = (by: number): Tab => tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length] ?? tab
  useKeys([{ keys: ['[', ']'], label: t('client.switchTab'), run: key => open(step(key === ']' ? 1 : -1)) }])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return null
  return (
    <div className="page suitability">
      <PageHead title={t('screen.settings')}>
        <span className="i3">{t('settings.atOnce')}</span>
      </PageHead>
      <div className="tabs">
        <Choice
          tabs
          large
          label={t('screen.settings')}
          value={tab}
          onChange={open}
          options={tabs.map(value => ({ value, label: t(`settingsTab.${value}`) }))}
        />
      </div>
      <Part tab={tab} settings={data} />
    </div>
  )
}

export const SettingsPage = (): ReactNode => (useIsOpen() ? <Loaded /> : <NoBook screen="settings" />)
