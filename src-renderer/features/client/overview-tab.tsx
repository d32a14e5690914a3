import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { CellHistory } from './cell-history.tsx'
import { ClientTasks } from './client-tasks.tsx'
import { WithdrawConsent } from '../reports/withdraw-consent.tsx'
import { CellReasons } from './cell-reasons.tsx'

export const OverviewTab = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const s = client.service
  return (
    <div className="two">
      <div className="body" role="region" aria-label={t('clientTab.overview')} tabIndex={0}>
        <div className="facts">
          <section className="sec">
            <h2>{t('overview.money')}</h2>
            <dl>
              <dt>{t('overview.assets')}</dt>
              <dd className="s">{f.moneyFull(client.assets)}</dd>
              <dt>{t('overview.cash')}</dt>
              <dd>{f.moneyFull(client.cash)}</dd>
              <dt>{t('clientTab.holdings')}</dt>
              <dd>{t('holdings.count', { count: client.holdings.length })}</dd>
              <dt>{t('clientTab.trades')}</dt>
              <dd>{f.int(client.tradeCount)}</dd>
            </dl>
          </section>
          <section className="sec">
            <h2>
              {t('service.title')}
              <small>{t('service.fit')}</small>
            </h2>
            <dl>
              <dt>{t('service.contact')}</dt>
              <dd>
                {s.cadenceDays > 0
                  ? t('service.every', { days: s.cadenceDays, minutes: s.minutes })
                  : t('service.noCell')}
              </dd>
              <dt>{t('service.channels')}</dt>
              <dd>{s.cadenceDays > 0 ? say(s.channels) : '—'}</dd>
              <dt>{t('overview.lastContact')}</dt>
              <dd>{f.date(s.lastContact)}</dd>
              <dt>{t('overview.dueOn')}</dt>
              <dd className={s.overdueDays > 0 ? 'warn s' : ''}>
                {f.date(s.dueOn)}
                {s.overdueDays > 0 && ` ${t('overview.overdue', { count: s.overdueDays })}`}
              </dd>
            </dl>
          </section>
          <section className="sec">
            <h2>{t('overview.reach')}</h2>
            <dl className="text">
              <dt>{t('overview.phone')}</dt>
              <dd>{client.phone ?? '—'}</dd>
              <dt>{t('overview.email')}</dt>
              <dd className="el">{client.email ?? '—'}</dd>
              <dt>{t('overview.branch')}</dt>
              <dd>{client.branch ?? '—'}</dd>
              {client.servedBy !== null && (
                <>
                  <dt>{t('overview.servedBy')}</dt>
                  <dd>{client.servedBy}</dd>
                </>
              )}
              <dt>{t('overview.consent')}</dt>
              <dd>
                {[client.consentEmail && t('overview.consentEmail'), client.consentShare && t('overview.consentShare')]
                  .filter(Boolean)
                  .join(' · ') || t('overview.consentNone')}{' '}
                <WithdrawConsent client={client} />
              </dd>
            </dl>
          </section>
        </div>
        <CellReasons client={client} />
        <CellHistory client={client} />
      </div>
      <aside aria-label={t('overview.side')} tabIndex={0}>
        <ClientTasks client={client} />
      </aside>
    </div>
  )
}
