import { useState } from 'react'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import type { Settings } from '../../../src-main/contract/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { useSyncStatus } from '../../shell/use-session.ts'
import { Field } from '../../ui/field.tsx'

/** Where head office is, and the way to it. Saved on Enter or when the field is left. */
export const ProxyRow = ({
  proxy,
  onChange,
}: {
  readonly proxy: string | null
  readonly onChange: (part: Partial<Settings>) => void
}): ReactNode => {
  const t = useT()
  const url = useSyncStatus().data?.url
  const [draft, setDraft] = useState<string | null>(null)
  const text = (draft ?? proxy ?? '').trim()
  const wrong = text !== '' && !(/^https?:\/\/[^\s/]+/.test(text) && URL.canParse(text))
  const save = (): void => {
    if (wrong) return
    setDraft(null)
    const next = text === '' ? null : text
    if (next !== proxy) onChange({ proxy: next })
  }
  return (
    <section className="sec">
      <h2>
        {t('office.title')}
        <small>
          {url ?? t('sync.notEnrolled')} <NavLink to="/sync">{t('screen.sync')}</NavLink>
        </small>
      </h2>
      <div className="pass">
        <Field
          label={t('office.proxy')}
          value={draft ?? proxy ?? ''}
          onValue={setDraft}
          onBlur={save}
          onKeyDown={event => event.key === 'Enter' && save()}
          help={t('office.proxyHelp')}
          error={wrong ? t('office.proxyWrong') : null}
        />
      </div>
    </section>
  )
}
