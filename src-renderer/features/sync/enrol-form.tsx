import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useRunSync } from '../../shell/use-run-sync.ts'
import { useApi } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'

/** Enrols a book that is open already: one that was made for files, or whose device head office no longer accepts. */
export const EnrolForm = ({ office }: { readonly office: string | null }): ReactNode => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const sync = useRunSync()
  const [url, setUrl] = useState(office ?? 'https://')
  const [code, setCode] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const enrol = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setFailed(null)
    try {
      const deviceName = navigator.platform || t('start.device')
      const state = await api.session.enrol({ url, code: code.trim(), deviceName, passcode: null })
      queries.setQueryData(['session'], state)
      sync.start()
      await queries.invalidateQueries()
    } catch (error) {
      setFailed(failure(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="sec">
      <h2>{t('start.enrolTitle')}</h2>
      <form
        className="sy-enrol"
        onSubmit={event => {
          event.preventDefault()
          void enrol()
        }}
      >
        <p className="i2 text">{t('start.enrolHow')}</p>
        <Field label={t('start.url')} type="url" value={url} onValue={setUrl} />
        <Field
          label={t('start.code')}
          value={code}
          onValue={setCode}
          error={failed}
          help={t('start.codeHelp')}
          autoComplete="off"
        />
        <Button type="submit" kind="primary" disabled={code.trim().length < 4 && t('start.codeHelp')}>
          {isBusy ? t('start.enrolling') : t('start.enrol')}
        </Button>
      </form>
    </section>
  )
}
