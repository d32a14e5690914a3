import { useState } from 'react'
import type { ReactNode } from 'react'
import type { MailInput, MailTrial, MailView } from '../../../src-main/contract/mail.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure, useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'

const securities = ['tls', 'starttls', 'plain'] as const
const ports = { tls: '465', starttls: '587', plain: '25' } as const
const MOST = 65_535

type Draft = { readonly [K in keyof Omit<MailInput, 'security'>]: string } & Pick<MailInput, 'security'>

const draftOf = ({ server }: MailView): Draft => ({
  host: server?.host ?? '',
  port: String(server?.port ?? ports.tls),
  security: server?.security ?? 'tls',
  user: server?.user ?? '',
  password: '',
  fromName: server?.fromName ?? '',
  fromAddress: server?.fromAddress ?? '',
  certificate: server?.certificate ?? '',
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const inputOf = (draft: Draft): MailInput => ({
  ...draft,
  host: draft.host.trim(),
  port: Number(draft.port),
  user: orNull(draft.user),
  password: draft.password === '' ? null : draft.password,
  certificate: orNull(draft.certificate),
})

const Trial = ({ trial }: { readonly trial: MailTrial | 'running' }): ReactNode => {
  const t = useT()
  if (trial === 'running') return <p className="i2">{t('mail.trying')}</p>
  if (trial.kind === 'works') return <p role="status">{t('mail.works')}</p>
  return (
    <p className="warn" role="alert">
      {t(`deliveryFault.${trial.fault}`)} <span className="i3">{trial.detail}</span>
    </p>
  )
}

const Fields = ({ view, onView }: { readonly view: MailView; readonly onView: () => void }): ReactNode => {
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const [draft, setDraft] = useState(draftOf(view))
  const [trial, setTrial] = useState<MailTrial | 'running' | null>(null)
  const [error, setError] = useState<string | null>(null)
  const set = (change: Partial<Draft>): void => {
    setTrial(null)
    setDraft({ ...draft, ...change })
  }
  const port = Number(draft.port)
  const badPort = !Number.isInteger(port) || port < 1 || port > MOST
  const isWhole = [draft.host, draft.fromName, draft.fromAddress].every(text => text.trim() !== '')
  const stop = badPort ? t('mail.badPort') : !isWhole && t('mail.incomplete')
  const act = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    setError(null)
    try {
      await work()
      tell(done)
      onView()
    } catch (e) {
      setError(failure(e))
    }
  }
  const attempt = async (): Promise<void> => {
    setError(null)
    setTrial('running')
    try {
      setTrial(await api.mail.try(inputOf(draft)))
    } catch (e) {
      setTrial(null)
      setError(failure(e))
    }
  }
  return (
    <form
      className="pass mail"
      aria-label={t('mail.title')}
      onSubmit={event => {
        event.preventDefault()
        if (stop === false) void act(() => api.mail.set(inputOf(draft)), t('mail.saved'))
      }}
    >
      <p className="i2">{t('mail.lead')}</p>
      <div className="pair">
        <Field label={t('mail.host')} value={draft.host} maxLength={200} onValue={host => set({ host })} />
        <Field
          label={t('mail.port')}
          inputMode="numeric"
          value={draft.port}
          onValue={value => set({ port: value })}
          error={badPort ? t('mail.badPort') : null}
        />
      </div>
      <div className="fld">
        <span className="lab">{t('mail.security')}</span>
        <Choice
          label={t('mail.security')}
          value={draft.security}
          onChange={security => set({ security, port: ports[security] })}
          options={securities.map(v => ({ value: v, label: t(`mailSecurity.${v}`) }))}
        />
      </div>
      <Field label={t('mail.user')} autoComplete="off" value={draft.user} onValue={user => set({ user })} />
      <Field
        label={t('mail.password')}
        type="password"
        autoComplete="new-password"
        placeholder={view.hasPassword ? t('mail.passwordKept') : ''}
        value={draft.password}
        onValue={password => set({ password })}
      />
      <Field label={t('mail.fromName')} value={draft.fromName} onValue={fromName => set({ fromName })} />
      <Field
        label={t('mail.fromAddress')}
        type="email"
        value={draft.fromAddress}
        onValue={fromAddress => set({ fromAddress })}
      />
      <div className="fld">
        <label htmlFor="mail-certificate">{t('mail.certificate')}</label>
        <textarea
          id="mail-certificate"
          className="inp"
          rows={2}
          value={draft.certificate}
          onChange={event => set({ certificate: event.target.value })}
        />
      </div>
      {trial !== null && <Trial trial={trial} />}
      {error && (
        <p className="warn" role="alert">
          {error}
        </p>
      )}
      <div style={{ display: 'flex', gap: 6 }}>
        <Button type="submit" disabled={stop}>
          {t('mail.save')}
        </Button>
        <Button disabled={stop} onClick={() => void attempt()}>
          {t('mail.try')}
        </Button>
        {view.server && (
          <Button kind="text" onClick={() => void act(() => api.mail.forget({}), t('mail.forgotten'))}>
            {t('mail.forget')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** The office's mail server: typed, tried, kept. */
export const MailForm = (): ReactNode => {
  const { data, error, refetch } = useAsk(['settings', 'mail'], api => api.mail.get({}))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  return data ? <Fields key={JSON.stringify(data)} view={data} onView={() => void refetch()} /> : null
}
