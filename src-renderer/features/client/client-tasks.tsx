import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

/** Open tasks, labels, and the last words with the client. */
export const ClientTasks = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const say = useSay()
  const open = client.tasks.filter(x => x.state === 'open' || x.state === 'later')
  return (
    <>
      <section className="sec">
        <h2>
          {t('tasks.title')}
          <small>{t('tasks.open', { count: open.length })}</small>
        </h2>
        <ul className="reasons">
          {open.map(x => (
            <li key={x.id}>
              {say(x.words)} <span className="i3">{x.dueOn ? f.day(x.dueOn, client.dataDate) : ''}</span>
            </li>
          ))}
          {open.length === 0 && <li>{t('tasks.none')}</li>}
        </ul>
      </section>
      <section className="sec">
        <h2>{t('tags.title')}</h2>
        <dl className="pairs">
          {client.tags.map(tag => [
            <dt key={tag.name}>{tag.name}</dt>,
            <dd key={`${tag.name}-value`}>{tag.value || '—'}</dd>,
          ])}
        </dl>
        {client.tags.length === 0 && <p className="i2">{t('tags.none')}</p>}
      </section>
      <section className="sec">
        <h2>{t('overview.lastContacts')}</h2>
        <ul className="reasons">
          {client.contacts
            .toSorted((a, b) => b.at.localeCompare(a.at))
            .slice(0, 5)
            .map(c => (
              <li key={c.id}>
                <span className="i3">{f.day(c.at, client.dataDate)}</span> {t(`channel.${c.channel}`)} {c.subject}
              </li>
            ))}
          {client.contacts.length === 0 && <li>{t('contact.none')}</li>}
        </ul>
      </section>
    </>
  )
}
