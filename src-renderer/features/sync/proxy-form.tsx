import { useState } from 'react'
import type { ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n/i18n.ts'
import { useSettings } from '../../shell/use-session.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'

const isProxy = (text: string): boolean => {
  try {
    return /^https?:$/.test(new URL(text).protocol)
  } catch {
    return false
  }
}

/** The way to head office where the office network has a proxy; empty takes the computer's own setting. */
export const ProxyForm = (): ReactNode => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const { data: settings } = useSettings()
  const [draft, setDraft] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const kept = settings?.proxy ?? ''
  const text = draft ?? kept
  const save = async (): Promise<void> => {
    const proxy = text.trim()
    if (proxy !== '' && !isProxy(proxy)) {
      setError(t('proxy.form'))
      return
    }
    try {
      queries.setQueryData(['settings'], await api.settings.set({ proxy: proxy === '' ? null : proxy }))
      setDraft(null)
      setError(null)
      tell(t(proxy === '' ? 'proxy.cleared' : 'proxy.saved'))
    } catch (e) {
      setError(failure(e))
    }
  }
  return (
    <form
      className="sy-proxy"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label={t('proxy.title')}
        placeholder={t('proxy.example')}
        spellCheck={false}
        maxLength={200}
        value={text}
        onValue={setDraft}
        help={t('proxy.help')}
        error={error}
      />
      {text !== kept && <Button type="submit">{t('proxy.save')}</Button>}
    </form>
  )
}
