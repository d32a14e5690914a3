import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { backToClients } from '../clients/kept-grid.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { remember } from '../../state/recents.ts'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { PartChoice } from '../diagnosis/part-choice.tsx'
import { ClientHead } from './client-head.tsx'
import { clientTabs, isClientTab } from './client-tabs.ts'
import type { ClientTab } from './client-tabs.ts'
import './client.css'
import { ContactsTab } from './contacts-tab.tsx'
import { DiagnosisTab } from './diagnosis-tab.tsx'
import { HoldingsTab } from './holdings-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { ReportsTab } from './reports-tab.tsx'
import { SuitabilityTab } from './suitability-tab.tsx'
import { TradesTab } from './trades-tab.tsx'

const bodies: Readonly<Record<ClientTab, (props: { readonly client: ClientView }) => ReactNode>> = {
  overview: OverviewTab,
  holdings: HoldingsTab,
  trades: TradesTab,
  diagnosis: DiagnosisTab,
  contacts: ContactsTab,
  suitability: SuitabilityTab,
  reports: ReportsTab,
}

const Client = ({ id, tab }: { readonly id: string; readonly tab: ClientTab }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const { data, error, isFetching, refetch } = useAsk(['client', id], api => api.clients.view({ id }))
  const client = data?.id === id ? data : undefined
  const show = (next: ClientTab): void => void go(`/clients/${encodeURIComponent(id)}/${next}`, { replace: true })
  const step = (by: number): void => {
    const next = clientTabs[(clientTabs.indexOf(tab) + by + clientTabs.length) % clientTabs.length]
    if (next) show(next)
  }
  useEffect(() => {
    if (client) remember({ id, name: client.name, tier: client.segment.tier, style: client.segment.style })
  }, [client, id])
  useKeys([
    { keys: ['[', ']'], label: t('client.switchTab'), run: key => step(key === '[' ? -1 : 1), quiet: true },
    { keys: ['D'], label: t('clientTab.diagnosis'), run: () => show('diagnosis'), quiet: tab === 'diagnosis' },
    ...(tab === 'diagnosis' || tab === 'suitability'
      ? []
      : [
          {
            keys: ['A'],
            label: t('suggest.key'),
            run: () => void go(`/clients/${encodeURIComponent(id)}/suitability?suggest=1`, { replace: true }),
          },
        ]),
    { keys: ['L'], label: t('contact.log'), run: () => void go(`/clients/${encodeURIComponent(id)}/contacts?log=1`) },
    { keys: ['Esc'], label: t('client.back'), run: () => void go(...backToClients()) },
  ])
  if (error && !client) return <Failure error={error} retry={() => void refetch()} />
  if (!client) return <PageHead title={t('screen.clients')} busy />
  const counts: Partial<Record<ClientTab, number>> = {
    holdings: client.holdings.length,
    trades: client.tradeCount,
    contacts: client.contacts.length,
  }
  const Body = bodies[tab]
  return (
    <div className="page client">
      <ClientHead client={client} busy={isFetching} />
      <div className="tabs">
        <Choice
          tabs
          large
          label={t('client.tabs')}
          value={tab}
          onChange={show}
          options={clientTabs.map(x => ({
            value: x,
            label: counts[x] === undefined ? t(`clientTab.${x}`) : `${t(`clientTab.${x}`)} ${f.int(counts[x] ?? 0)}`,
          }))}
        />
        <span className="more">
          {tab === 'diagnosis' ? (
            <PartChoice />
          ) : (
            <>
              <kbd>[</kbd>
              <kbd>]</kbd>
              {t('client.switchTab')}
            </>
          )}
        </span>
      </div>
      <Body client={client} />
    </div>
  )
}

export const ClientPage = (): ReactNode => {
  const { id, tab } = useParams()
  const open = useIsOpen()
  if (!open || id === undefined) return <NoBook screen="clients" />
  return <Client key={id} id={id} tab={isClientTab(tab) ? tab : 'overview'} />
}
