import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { ContactChannel } from '../../../src-main/model/contact.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'

const channels = ['phone', 'meeting', 'wecom', 'email', 'letter', 'other'] as const satisfies readonly ContactChannel[]

/** Logs one contact; it can be taken back for ten seconds. */
export const ContactForm = ({
  clientId,
  onClose,
}: {
  readonly clientId: string
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const id = useId()
  const [channel, setChannel] = useState<ContactChannel>('phone')
  const [minutes, setMinutes] = useState('15')
  const [subject, setSubject] = useState('')
  const [note, setNote] = useState('')
  const [error, setError] = useState<string | null>(null)
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['client', clientId] })
  const save = async (): Promise<void> => {
    try {
      const made = await api.clients.addContact({ id: clientId, channel, minutes: Number(minutes), subject, note })
      onClose()
      await refresh()
      tell(t('contact.saved'), () => {
        api.clients
          .undoContact({ contactId: made.id })
          .then(refresh)
          .catch((e: unknown) => tell(failure(e)))
      })
    } catch (e) {
      setError(failure(e))
    }
  }
  return (
    <form
      className="contact"
      aria-label={t('contact.log')}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className="fld">
        <label htmlFor={id}>{t('contact.channel')}</label>
        <select
          id={id}
          className="inp"
          value={channel}
          onChange={event => setChannel(channels.find(c => c === event.target.value) ?? 'other')}
        >
          {channels.map(c => (
            <option key={c} value={c}>
              {t(`channel.${c}`)}
            </option>
          ))}
        </select>
      </div>
      <Field label={t('contact.minutes')} type="number" min={0} max={1440} value={minutes} onValue={setMinutes} />
      <Field autoFocus label={t('contact.subject')} maxLength={200} required value={subject} onValue={setSubject} />
      <div className="fld wide">
        <label htmlFor={`${id}-note`}>{t('contact.note')}</label>
        <textarea
          id={`${id}-note`}
          className="inp"
          rows={3}
          maxLength={4000}
          value={note}
          onChange={event => setNote(event.target.value)}
        />
      </div>
      <div className="row wide">
        <Button type="submit" kind="primary">
          {t('contact.save')}
        </Button>
        <Button keyHint="Esc" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        {error && (
          <span className="warn" role="alert">
            {error}
          </span>
        )}
      </div>
    </form>
  )
}
