import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { ContactForm } from './contact-form.tsx'

export const ContactsTab = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const [params, setParams] = useSearchParams()
  const logging = params.get('log') === '1'
  const close = (): void => setParams({}, { replace: true })
  return (
    <div className="one" role="region" aria-label={t('clientTab.contacts')} tabIndex={0}>
      {logging ? (
        <ContactForm clientId={client.id} onClose={close} />
      ) : (
        <div style={{ padding: '8px 16px' }}>
          <Button keyHint="L" onClick={() => setParams({ log: '1' }, { replace: true })}>
            {t('contact.log')}
          </Button>
        </div>
      )}
      <table className="list">
        <colgroup>
          <col style={{ width: 136 }} />
          <col style={{ width: 80 }} />
          <col style={{ width: 80 }} />
          <col style={{ width: 240 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th>{t('contact.at')}</th>
            <th>{t('contact.channel')}</th>
            <th className="r">{t('contact.minutes')}</th>
            <th>{t('contact.subject')}</th>
            <th>{t('contact.note')}</th>
          </tr>
        </thead>
        <tbody>
          {client.contacts
            .toSorted((a, b) => b.at.localeCompare(a.at))
            .map(c => (
              <tr key={c.id} className="row">
                <td className="i2">{f.dateTime(c.at)}</td>
                <td>{t(`channel.${c.channel}`)}</td>
                <td className="r i2">{f.int(c.minutes)}</td>
                <td title={c.subject}>{c.subject}</td>
                <td className="i2" title={c.note}>
                  {c.note}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {client.contacts.length === 0 && <p className="empty">{t('contact.none')}</p>}
    </div>
  )
}
