import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { AssessmentView } from '../../../src-main/contract/assessments.ts'
import { setLocale, useLocale, useSay, useT } from '../../i18n/i18n.ts'
import { useSession } from '../../shell/use-session.ts'
import { useApi } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Answering } from './answering.tsx'
import './assessment.css'
import { ResultPart } from './result-part.tsx'
import { Reviewing } from './reviewing.tsx'
import { useAssess, type Assess } from './use-assessment.ts'

type Part = { readonly open: AssessmentView; readonly assess: Assess }

/** Who sits at the device: the client says so, and what it types must fit the book. */
const HandOver = ({ open, assess }: Part): ReactNode => {
  const t = useT()
  const say = useSay()
  const [proof, setProof] = useState('')
  const [self, setSelf] = useState(false)
  const why = !self ? t('assess.tickFirst') : proof.trim() === '' && t('assess.proofFirst')
  return (
    <form
      className="question"
      onSubmit={event => {
        event.preventDefault()
        if (!why) void assess.run(api => api.identify({ id: open.id, proof }))
      }}
    >
      <p className="count">{say(open.name)}</p>
      <h1>{t('assess.hello', { name: open.clientName })}</h1>
      <ul className="lead">
        <li>{t('assess.helloSelf')}</li>
        <li>{t('assess.helloTrue', { n: open.questions.length })}</li>
        <li>{t('assess.helloUse')}</li>
      </ul>
      <Field
        autoFocus
        autoComplete="off"
        label={t(`assess.proof.${open.identity}`)}
        value={proof}
        onValue={setProof}
        error={assess.error === null ? null : t('assess.notYou')}
      />
      <label className="tick">
        <input type="checkbox" checked={self} onChange={event => setSelf(event.target.checked)} />
        {t('assess.iAm', { name: open.clientName })}
      </label>
      <div className="acts">
        <Button type="submit" kind="primary" keyHint="Enter" disabled={why}>
          {t('assess.start')}
        </Button>
      </div>
    </form>
  )
}

const HandBack = ({ open, assess }: Part): ReactNode => {
  const t = useT()
  const api = useApi()
  const session = useSession().data
  const back = async (): Promise<void> => {
    const ok = await assess.run(steps => steps.handBack({ id: open.id }))
    // Behind a passcode the book locks itself until the advisor has the device again.
    if (ok && session?.kind === 'open' && session.passcode) await api.session.lock({})
  }
  return (
    <section className="question">
      <h1>{t('assess.thanks')}</h1>
      <p className="lead">{t('assess.handBackLead')}</p>
      {assess.error && (
        <p className="warn" role="alert">
          {assess.error}
        </p>
      )}
      <div className="acts">
        <Button kind="primary" onClick={() => void back()}>
          {t('assess.handBack')}
        </Button>
      </div>
    </section>
  )
}

const parts: Partial<Record<AssessmentView['stage'], (props: Part) => ReactNode>> = {
  handOver: HandOver,
  answering: Answering,
  review: Reviewing,
  result: ResultPart,
  handBack: HandBack,
}

/**
 * The whole window while the client answers: no screen, name or figure of anybody else can be reached from here, and a
 * restart comes back to it. The only ways out are to finish and to hand the device back.
 */
export const Kiosk = ({ open }: { readonly open: AssessmentView }): ReactNode => {
  const t = useT()
  const locale = useLocale()
  const assess = useAssess()
  const [asks, setAsks] = useState(false)
  useEffect(() => {
    window.desk?.fullScreen(true)
    return () => window.desk?.fullScreen(false)
  }, [])
  const Body = parts[open.stage]
  const canPause = open.stage === 'handOver' || open.stage === 'answering' || open.stage === 'review'
  return (
    <div className="kiosk">
      <header>
        <b>{t('assess.title')}</b>
        <span className="i3">{t('assess.version', { version: open.version })}</span>
        <span style={{ marginLeft: 'auto', height: 32 }}>
          <Choice
            label={t('setting.locale')}
            value={locale}
            onChange={setLocale}
            options={[
              { value: 'zh-CN', label: t('settingValue.zh-CN') },
              { value: 'en', label: t('settingValue.en') },
            ]}
          />
        </span>
        {canPause && <Button onClick={() => setAsks(true)}>{t('assess.stop')}</Button>}
      </header>
      {asks && canPause ? (
        <main className="question" role="alertdialog" aria-label={t('assess.stopTitle')}>
          <h1>{t('assess.stopTitle')}</h1>
          <p className="lead">{t('assess.stopLead')}</p>
          <div className="acts">
            <Button kind="primary" onClick={() => setAsks(false)}>
              {t('assess.goOn')}
            </Button>
            <Button onClick={() => void assess.run(api => api.pause({ id: open.id }))}>{t('assess.giveBack')}</Button>
          </div>
        </main>
      ) : (
        <main>{Body && <Body key={open.stage} open={open} assess={assess} />}</main>
      )}
      <footer>{t('assess.foot')}</footer>
    </div>
  )
}
