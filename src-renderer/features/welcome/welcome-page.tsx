import type { ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Settings } from '../../../src-main/contract/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { tourWanted } from '../../shell/tour-steps.ts'
import { useIsOpen, useSettings } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { MailForm } from '../settings/mail-form.tsx'
import { PrinterRow } from '../settings/printer-row.tsx'
import '../settings/settings.css'
import { useChange } from '../settings/use-change.ts'
import './welcome.css'

const Choices = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const t = useT()
  const go = useNavigate()
  const [params] = useSearchParams()
  const change = useChange(settings)
  const done = (): void => {
    tourWanted.set(true)
    void go(params.get('then') === 'import' ? '/import' : '/matrix')
  }
  useKeys([
    { keys: ['Ctrl Enter'], label: t('welcome.go'), run: done },
    { keys: ['Esc'], label: t('welcome.later'), run: done },
  ])
  return (
    <div className="page" style={{ gridTemplateRows: '48px minmax(0, 1fr)' }}>
      <PageHead
        title={t('welcome.title')}
        actions={
          <>
            <Button keyHint="Esc" onClick={done}>
              {t('welcome.later')}
            </Button>
            <Button kind="primary" keyHint="Ctrl Enter" onClick={done}>
              {t('welcome.go')}
            </Button>
          </>
        }
      >
        <span>{t('welcome.lead')}</span>
      </PageHead>
      <div className="welcome" role="region" aria-label={t('welcome.title')} tabIndex={0}>
        <section className="sec set">
          <h2>
            <i>1</i> {t('welcome.printer')}
          </h2>
          <PrinterRow printer={settings.printer} onChange={printer => change({ printer })} />
        </section>
        <section className="sec set">
          <h2>
            <i>2</i> {t('mail.title')}
          </h2>
          <MailForm />
        </section>
      </div>
    </div>
  )
}

const Loaded = (): ReactNode => {
  const { data, error, refetch } = useSettings()
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  return data ? <Choices settings={data} /> : null
}

/** Once after a first run, while the book arrives: where reports are printed and how they are mailed. */
export const WelcomePage = (): ReactNode => (useIsOpen() ? <Loaded /> : <NoBook screen="matrix" />)
