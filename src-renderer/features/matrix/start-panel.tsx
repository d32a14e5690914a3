import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { useRunSync } from '../../shell/use-run-sync.ts'
import { useSession, useSyncStatus } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useApi } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { told, useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { useTakeFocus } from '../../ui/use-take-focus.ts'

type Way = 'enrol' | 'passcode' | 'demo'

/** Enrol, or look at the demo first; each way one numbered step with its key. */
export const StartPanel = (): ReactNode => {
  const t = useT()
  const api = useApi()
  const to = useNavigate()
  const queries = useQueryClient()
  const failure = useFailureText()
  const sync = useRunSync()
  const panel = useTakeFocus()
  const { data: session } = useSession()
  const [url, setUrl] = useState('https://')
  const [code, setCode] = useState('')
  const [passcode, setPasscode] = useState('')
  const [busy, setBusy] = useState<Way | null>(null)
  const [failed, setFailed] = useState<{ way: Way; text: string } | null>(null)
  const go = async (way: 'enrol' | 'demo'): Promise<void> => {
    if (busy) return
    setBusy(way)
    setFailed(null)
    try {
      const deviceName = navigator.platform || t('start.device')
      const state =
        way === 'demo'
          ? await api.session.startDemo({})
          : await api.session.enrol({ url, code: code.trim(), deviceName, passcode: passcode === '' ? null : passcode })
      queries.setQueryData(['session'], state)
      sync.start()
      // the next screen does not wait until every question is asked anew
      void to('/welcome')
      await queries.invalidateQueries()
    } catch (error) {
      // what is wrong stands under the field that it is about
      setFailed({ way: told(error).where === 'passcode' ? 'passcode' : way, text: failure(error) })
    } finally {
      setBusy(null)
    }
  }
  const fresh = session?.kind === 'firstRun'
  const enrolled = useSyncStatus().data?.enrolled !== false
  useKeys([
    ...(fresh ? [{ keys: ['Ctrl Enter'], label: t('start.enrol'), run: () => void go('enrol') }] : []),
    ...(fresh ? [{ keys: ['Ctrl D'], label: t('start.demoShort'), run: () => void go('demo') }] : []),
    { keys: ['Ctrl O'], label: t('import.title'), run: () => void to('/import') },
    { keys: ['Tab'], label: t('start.next') },
  ])
  const errorOf = (way: Way): string | null => (failed?.way === way ? failed.text : null)
  return (
    <aside ref={panel} className="sp2" aria-label={t('start.title')}>
      <div className="gd">
        <h2 className="h2l">{t('start.title')}</h2>
        <p>{fresh ? t('start.lead') : t('start.leadOpen')}</p>
      </div>
      {!fresh && (
        <div className="way">
          <i>1</i>
          <div>
            <b>{enrolled ? t('sync.now') : t('start.enrolTitle')}</b>
            <p>{enrolled ? t('start.syncHow') : t('start.enrolHow')}</p>
            <div className="row">
              {enrolled ? (
                <Button kind="primary" keyHint="F5" onClick={sync.start}>
                  {t('sync.now')}
                </Button>
              ) : (
                <Button kind="primary" onClick={() => void to('/sync')}>
                  {t('start.enrol')}
                </Button>
              )}
            </div>
          </div>
        </div>
      )}
      {fresh && (
        <>
          <div className="way">
            <i>1</i>
            <form
              onSubmit={event => {
                event.preventDefault()
                void go('enrol')
              }}
            >
              <b>{t('start.enrolTitle')}</b>
              <p>{t('start.enrolHow')}</p>
              <Field label={t('start.url')} type="url" value={url} onValue={setUrl} />
              <Field
                label={t('start.code')}
                value={code}
                onValue={setCode}
                error={errorOf('enrol')}
                help={t('start.codeHelp')}
                autoComplete="off"
              />
              <Field
                label={t('start.passcode')}
                type="password"
                autoComplete="new-password"
                minLength={6}
                value={passcode}
                onValue={setPasscode}
                error={errorOf('passcode')}
                help={t('start.passcodeHelp')}
              />
              <div className="row">
                <Button
                  type="submit"
                  kind="primary"
                  keyHint="Ctrl Enter"
                  disabled={code.trim().length < 4 && t('start.codeHelp')}
                >
                  {busy === 'enrol' ? t('start.enrolling') : t('start.enrol')}
                </Button>
              </div>
            </form>
          </div>
          <div className="way">
            <i>2</i>
            <div>
              <b>{t('start.demoTitle')}</b>
              <p>{t('start.demoHow')}</p>
              <div className="row">
                <Button keyHint="Ctrl D" onClick={() => void go('demo')}>
                  {busy === 'demo' ? t('start.demoRunning') : t('start.demo')}
                </Button>
              </div>
              {errorOf('demo') && (
                <p className="warn" role="alert">
                  {errorOf('demo')}
                </p>
              )}
            </div>
          </div>
        </>
      )}
      <div className="way">
        <i>{fresh ? 3 : 2}</i>
        <div>
          <b>{t('import.title')}</b>
          <p>{t('import.lead')}</p>
          <div className="row">
            <Button keyHint="Ctrl O" onClick={() => void to('/import')}>
              {t('import.title')}
            </Button>
          </div>
        </div>
      </div>
      <div className="aft">
        <h2>{t('start.after')}</h2>
        <ul>
          {(['order', 'time', 'rules'] as const).map(k => (
            <li key={k}>
              <span>{t(`start.${k}`)}</span>
              {t(`start.${k}How`)}
            </li>
          ))}
        </ul>
      </div>
    </aside>
  )
}
