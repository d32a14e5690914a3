import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { todayHere } from '../../ui/today.ts'

const ways = ['signed', 'recorded', 'message', 'counter'] as const

export interface ConsentDraft {
  /** As typed: year-month-day. */
  readonly on: string
  readonly how: (typeof ways)[number]
  readonly reference: string
}

export const noConsent = (): ConsentDraft => ({ on: todayHere(), how: 'signed', reference: '' })

/** The client agreed and nobody had written it down: when, how, and what proves it. */
export const ConsentFields = ({
  legend,
  value,
  onChange,
}: {
  /** What the fields are about; a consent to be recorded unless told. */
  readonly legend?: string
  readonly value: ConsentDraft
  readonly onChange: (value: ConsentDraft) => void
}): ReactNode => {
  const t = useT()
  return (
    <fieldset className="consent">
      <legend>{legend ?? t('consent.title')}</legend>
      <Choice
        label={t('consent.how')}
        value={value.how}
        onChange={how => onChange({ ...value, how })}
        options={ways.map(v => ({ value: v, label: t(`consentHow.${v}`) }))}
      />
      <Field
        label={t('consent.on')}
        inputMode="numeric"
        placeholder="2026-11-23"
        maxLength={10}
        value={value.on}
        onValue={on => onChange({ ...value, on })}
      />
      <Field
        label={t('consent.reference')}
        help={t('consent.referenceHelp')}
        maxLength={200}
        value={value.reference}
        onValue={reference => onChange({ ...value, reference })}
      />
    </fieldset>
  )
}
