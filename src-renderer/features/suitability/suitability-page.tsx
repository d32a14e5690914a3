import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { suitabilityTabs, type SuitabilityTab } from '../../shell/screens.ts'
import { useIsOpen } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { Choice } from '../../ui/choice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import '../client/client.css'
import { AlarmTable } from './alarm-table.tsx'
import { EvidencePart } from './evidence-part.tsx'
import { NoticePart } from './notice-part.tsx'
import { PackPart } from './pack-part.tsx'
import './suitability.css'

const parts: Readonly<Record<SuitabilityTab, () => ReactNode>> = {
  notices: NoticePart,
  alarms: AlarmTable,
  packs: PackPart,
  evidence: EvidencePart,
}

/** What suitability asks of the whole book: clients to be told, grades to be doubted, rules in force, evidence kept. */
const Suitability = (): ReactNode => {
  const t = useT()
  const go = useNavigate()
  const { tab: wanted } = useParams()
  const tab = suitabilityTabs.find(each => each === wanted) ?? 'notices'
  const open = (next: SuitabilityTab): void => void go(`/suitability/${next}`, { replace: true })
  const at = suitabilityTabs.indexOf(tab)
  useKeys([
    {
      keys: ['[', ']'],
      label: t('client.switchTab'),
      quiet: true,
      run: key =>
        open(suitabilityTabs[(at + (key === ']' ? 1 : -1) + suitabilityTabs.length) % suitabilityTabs.length] ?? tab),
    },
  ])
  const Part = parts[tab]
  return (
    <div className="page suitability">
      <PageHead title={t('suitability.title')}>
        <span className="i3">{t('suitability.notLegal')}</span>
      </PageHead>
      <div className="tabs">
        <Choice
          tabs
          large
          label={t('suitability.title')}
          value={tab}
          onChange={open}
          options={suitabilityTabs.map(value => ({ value, label: t(`suitability.tab.${value}`) }))}
        />
      </div>
      <Part />
    </div>
  )
}

export const SuitabilityPage = (): ReactNode => (useIsOpen() ? <Suitability /> : <NoBook screen="settings" />)
