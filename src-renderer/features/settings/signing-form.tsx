import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'

const LARGEST = 65_536

type Chosen = { readonly name: string; readonly p12: string }

/** Part of a data URI behind its comma. */
const readBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''))
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)))
    reader.readAsDataURL(file)
  })

const NewKey = ({ onChanged }: { readonly onChanged: () => void }): ReactNode => {
  const t = useT()
  const id = useId()
  const api = useApi()
  const failure = useFailureText()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [passcode, setPasscode] = useState('')
  const [error, setError] = useState<string | null>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const isLarge = file.size > LARGEST
    setError(isLarge ? t('signing.tooLarge') : null)
    setChosen(isLarge ? null : { name: file.name, p12: await readBase64(file) })
  }
  const save = async (): Promise<void> => {
    if (!chosen) return
    setError(null)
    try {
      await api.signing.set({ p12: chosen.p12, passcode })
      tell(t('signing.saved'))
      onChanged()
    } catch (e) {
      setError(failure(e))
    }
  }
  return (
    <form
      className="pass"
      aria-label={t('signing.title')}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="fld">
        <label htmlFor={id}>{t('signing.file')}</label>
        <span style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
          <Button onClick={() => input.current?.click()}>{t('signing.choose')}</Button>
          <span className="cut">{chosen?.name}</span>
        </span>
        <input
          ref={input}
          id={id}
          type="file"
          accept=".p12,.pfx,application/x-pkcs12"
          hidden
          onChange={event => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      <Field
        label={t('signing.passcode')}
        type="password"
        autoComplete="off"
        maxLength={200}
        value={passcode}
        onValue={setPasscode}
      />
      {error && (
        <p className="warn" role="alert">
          {error}
        </p>
      )}
      <div>
        <Button type="submit" disabled={chosen === null && t('signing.chooseFirst')}>
          {t('signing.save')}
        </Button>
      </div>
    </form>
  )
}

/** The firm's certificate that signs every report, or the way to choose one. */
export const SigningForm = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const api = useApi()
  const failure = useFailureText()
  const { data, error, refetch } = useAsk(['settings', 'signing'], a => a.signing.get({}))
  const identity = data?.identity
  const changed = (): void => void refetch()
  return (
    <section className="sec" id="signing">
      <h2>
        {t('signing.title')}
        <small>{identity ? t('signing.by', { subject: identity.subject }) : data && t('signing.none')}</small>
      </h2>
      <p className="i2" style={{ maxWidth: 560 }}>
        {t('signing.lead')}
      </p>
      {error && <p className="warn">{failure(error)}</p>}
      {identity && (
        <div className="pass">
          <dl className="kv">
            <dt>{t('signing.subject')}</dt>
            <dd>{identity.subject}</dd>
            <dt>{t('signing.issuer')}</dt>
            <dd>{identity.issuer}</dd>
            <dt>{t('signing.valid')}</dt>
            <dd>
              {f.date(identity.validFrom)} – {f.date(identity.validUntil)}
            </dd>
          </dl>
          <div>
            <Button
              onClick={() =>
                void api.signing.forget({}).then(() => {
                  tell(t('signing.removed'))
                  changed()
                })
              }
            >
              {t('signing.remove')}
            </Button>
          </div>
        </div>
      )}
      {data && !identity && <NewKey onChanged={changed} />}
    </section>
  )
}
