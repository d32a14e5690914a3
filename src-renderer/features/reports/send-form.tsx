import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ReportLine, SendCheck, SendOutcome, SendView } from '../../../src-main/contract/deliveries.ts'
import type { DeliveryChannel } from '../../../src-main/model/delivery.ts'
import { IsoDate } from '../../../src-main/model/units.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure, useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { useTakeFocus } from '../../ui/use-take-focus.ts'
import { AddressField } from './address-field.tsx'
import { ClientPicker } from './client-picker.tsx'
import { ConsentFields, noConsent, type ConsentDraft } from './consent-fields.tsx'
import { SendChecks } from './send-checks.tsx'
import './send-form.css'

const channels = ['mail', 'link', 'draft', 'wecom', 'paper'] as const satisfies readonly DeliveryChannel[]
const DAYS = 14

type Words = { readonly subject: string; readonly text: string }

const done = (outcome: SendOutcome, t: ReturnType<typeof useT>): string | null => {
  if (outcome.kind === 'refused') return null
  const { channel, state } = outcome.delivery
  if (state === 'cancelled') return t('send.notSaved')
  return t(`sendDone.${channel}`)
}

const Body = (props: {
  readonly line: ReportLine
  readonly view: SendView
  readonly channel: DeliveryChannel
  readonly clientId: string | null
  readonly onClose: () => void
  readonly onRefresh: () => void
}): ReactNode => {
  const { line, view, channel, clientId, onClose, onRefresh } = props
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const [words, setWords] = useState<Words>({ subject: view.subject, text: view.text })
  const [days, setDays] = useState(String(DAYS))
  const [consent, setConsent] = useState<ConsentDraft>(noConsent)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<readonly SendCheck[] | null>(null)
  const [error, setError] = useState<string | null>(null)
  const isMail = channel === 'mail' || channel === 'draft'
  const needsConsent = !view.hasConsent
  const hasConsent = !needsConsent || consent.reference.trim() !== ''
  const checks = (refused ?? view.checks).map(each =>
    each.id === 'consent' && hasConsent ? { ...each, state: 'ok' as const } : each,
  )
  // said in a sentence of its own below
  const shown = checks.filter(each => each.id !== 'once' || each.state === 'blocked' || view.earlier === 0)
  const stop = checks.find(each => each.state === 'blocked')
  const send = async (): Promise<void> => {
    if (stop !== undefined || busy) return
    const on = IsoDate.safeParse(consent.on)
    if (needsConsent && !on.success) return setError(t('send.badDay'))
    setBusy(true)
    setError(null)
    try {
      const outcome = await api.deliveries.send({
        reportId: line.id,
        clientId,
        channel,
        ...words,
        days: Math.max(1, Math.min(90, Math.round(Number(days)) || DAYS)),
        consent: needsConsent && on.success ? { on: on.data, how: consent.how, reference: consent.reference } : null,
        again: view.earlier > 0,
      })
      const said = done(outcome, t)
      if (outcome.kind === 'refused') setRefused(outcome.checks)
      else {
        if (said !== null) tell(said)
        onClose()
      }
    } catch (e) {
      setError(failure(e))
    } finally {
      setBusy(false)
    }
  }
  const change = (next: Partial<Words>): void => {
    setRefused(null)
    setWords({ ...words, ...next })
  }
  return (
    <>
      {isMail && (
        <>
          <Field
            label={t('send.subject')}
            maxLength={200}
            value={words.subject}
            onValue={subject => change({ subject })}
          />
          <div className="fld">
            <label htmlFor="send-text">{t('send.text')}</label>
            <textarea
              id="send-text"
              className="inp"
              rows={7}
              maxLength={8000}
              value={words.text}
              onChange={event => change({ text: event.target.value })}
            />
          </div>
        </>
      )}
      {channel === 'link' && (
        <Field
          label={t('send.days')}
          type="number"
          min={1}
          max={90}
          value={days}
          onValue={setDays}
          help={t('send.daysHelp')}
        />
      )}
      {isMail && view.to === null && clientId !== null && <AddressField clientId={clientId} onSaved={onRefresh} />}
      {needsConsent && <ConsentFields value={consent} onChange={setConsent} />}
      <SendChecks checks={shown} />
      {view.earlier > 0 && <p className="warn">{t('send.again', { count: view.earlier, n: view.earlier })}</p>}
      {error && (
        <p className="warn" role="alert">
          {error}
        </p>
      )}
      <div className="row">
        <Button
          kind="primary"
          onClick={() => void send()}
          disabled={stop === undefined ? false : t(`sendCheckStop.${stop.id}`)}
        >
          {busy ? t('send.busy') : t(`sendDo.${channel}`)}
        </Button>
        <Button keyHint="Esc" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </>
  )
}

/** Hands one report over: the way, the words, and everything that has to be fine before it goes. */
export const SendForm = ({ line, onClose }: { readonly line: ReportLine; readonly onClose: () => void }): ReactNode => {
  const t = useT()
  const form = useTakeFocus<HTMLElement>()
  const [channel, setChannel] = useState<DeliveryChannel>('mail')
  const [chosen, setChosen] = useState<string | null>(null)
  const clientId = line.kind === 'account' ? line.clientId : chosen
  const asked = useAsk(['reports', 'send', line.id, channel, clientId], api =>
    api.deliveries.prepare({ reportId: line.id, clientId, channel }),
  )
  const { error, refetch } = asked
  // what was checked for another way or another client says nothing of this one
  const data = asked.isPlaceholderData ? undefined : asked.data
  return (
    <section ref={form} className="sec send" aria-label={t('reports.send')}>
      <h2>{t('reports.send')}</h2>
      <div className="ways">
        <Choice
          label={t('send.way')}
          value={channel}
          onChange={setChannel}
          options={channels.map(v => ({ value: v, label: t(`sendChannel.${v}`) }))}
        />
      </div>
      {line.kind !== 'account' && <ClientPicker value={chosen} onChange={setChosen} />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data && (
        <Body
          key={`${channel} ${clientId ?? ''} ${data.to ?? ''} ${data.subject}`}
          line={line}
          view={data}
          channel={channel}
          clientId={clientId}
          onClose={onClose}
          onRefresh={() => void refetch()}
        />
      )}
    </section>
  )
}
