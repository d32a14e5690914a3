import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { WaitingMark } from '../assessments/waiting-note.tsx'
import { useFormat } from '../../ui/format.ts'
import { Slow } from '../../ui/slow.tsx'
import { MakeReport } from '../reports/make-report.tsx'

const SOON = 30

const whoLine = (client: ClientView, t: ReturnType<typeof useT>): string =>
  [
    client.kind === 'organisation' ? t('client.organisation') : client.gender && t(`gender.${client.gender}`),
    client.age !== null && t('client.age', { n: client.age }),
    client.professionalGap ? t(`professionalGap.${client.professionalGap}`) : t(`investor.${client.investorType}`),
    client.doNotDisturb && t('client.doNotDisturb'),
  ]
    .filter(Boolean)
    .join(' · ')

export const ClientHead = ({ client, busy }: { readonly client: ClientView; readonly busy: boolean }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { segment, risk } = client
  const professional = client.investorType === 'professional'
  const late = risk.daysLeft !== null && risk.daysLeft <= SOON
  return (
    <header className="hd">
      <h1 title={client.name}>{client.name}</h1>
      <p className="who">
        {whoLine(client, t)}
        <br />
        {t('client.number', { id: client.maskedId })}
        {client.openedOn && ` · ${t('client.opened', { month: client.openedOn.slice(0, 7) })}`}
      </p>
      <div className="sepv" />
      <dl className="why">
        <dt>{t('client.cell')}</dt>
        <dd>
          {segment.tier && segment.tierName && segment.styleName ? (
            <b>
              {segment.tier} {say(segment.tierName)} × {say(segment.styleName)}
            </b>
          ) : (
            <b className="warn">{t('clients.noCell')}</b>
          )}
          {segment.inactive && <span className="i2"> · {t('client.inactive')}</span>}
        </dd>
        <dt />
        <dd className="i2" title={segment.reasons.map(say).join('\n')}>
          {segment.reasons.map(say).join(t('common.semicolon'))}
        </dd>
      </dl>
      <div className="sepv" />
      <dl style={{ flex: 'none' }}>
        <dt>{t('client.capacity')}</dt>
        <dd>
          <b className={risk.capacity || professional ? '' : 'warn'}>
            {risk.capacity
              ? t('client.capacityIs', { level: risk.capacity, name: t(`capacity.${risk.capacity}`) })
              : t('common.missing')}
          </b>
          <WaitingMark risk={risk} />
          {risk.term !== null && risk.variety !== null && (
            <span className="i2">
              {t('client.termVariety', { term: t(`term.${risk.term}`), variety: t(`variety.${risk.variety}`) })}
            </span>
          )}
        </dd>
        <dt>{t('client.questionnaire')}</dt>
        <dd className={late || risk.validUntil === null ? 'warn m' : ''}>
          {risk.validUntil === null || risk.daysLeft === null
            ? t('client.noQuestionnaire')
            : t(risk.daysLeft < 0 ? 'client.expired' : 'client.expires', {
                date: f.date(risk.validUntil),
                count: Math.abs(risk.daysLeft),
              })}
        </dd>
      </dl>
      <MakeReport key={client.id} kind="account" subject={client.id} />
      {busy && <Slow />}
    </header>
  )
}
