import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Suggestion, SuggestionOrigin, SuggestionState } from '../../../src-main/model/suggestion.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName, Verdict } from '../../ui/marks.tsx'
import { RiskChange } from './risk-change.tsx'
import { useFactorWords } from './factor-words.ts'

const next: Readonly<Record<SuggestionState, readonly SuggestionState[]>> = {
  drafted: ['shown'],
  shown: ['accepted', 'declined'],
  accepted: ['executedElsewhere', 'declined'],
  declined: ['followedUp'],
  executedElsewhere: ['followedUp'],
  followedUp: [],
}

/** What the account diagnosis said for it, and what it costs to get there. */
const DiagnosisLines = ({ origin }: { readonly origin: SuggestionOrigin }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { from, reason, why, whyNot, fees } = origin
  const list = (texts: SuggestionOrigin['why']): string => texts.map(say).join(t('common.semicolon'))
  return (
    <>
      <p className="i2">
        {t('suggest.fromDiagnosis', { date: f.date(origin.dataDate) })}
        {from && ` ${from.code === 'cash' ? from.name : `${from.name} ${from.code}`} →`}
        {fees !== null && ` ${t('suggest.fees', { fees: f.money(fees) })}`}
      </p>
      {reason && <p className="i2">{say(reason)}</p>}
      {why.length > 0 && <p className="i2">{t('suggest.for', { list: list(why) })}</p>}
      {whyNot.length > 0 && <p className="i2">{t('suggest.against', { list: list(whyNot) })}</p>}
    </>
  )
}

/** One suggestion with its risk before and after, its checklist, and the next steps. */
export const SuggestionCard = ({
  suggestion: s,
  onChanged,
}: {
  readonly suggestion: Suggestion
  readonly onChanged: () => Promise<void>
}): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const api = useApi()
  const failure = useFailureText()
  const [reference, setReference] = useState('')
  const [error, setError] = useState<string | null>(null)
  const act = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work
      setError(null)
      await onChanged()
    } catch (e) {
      setError(failure(e))
    }
  }
  const factor = useFactorWords()
  const open = s.state === 'drafted' || s.state === 'shown'
  const stopped = s.steps.some(step => !step.done)
    ? t('suggest.stepsFirst')
    : s.verdict.verdict !== 'match' && reference.trim() === '' && t('suggest.referenceFirst')
  const needs = [...new Set(s.steps.map(step => step.requirement))]
  return (
    <li>
      <ProductName name={s.name} code={s.code} />
      <p>
        <b>{t(`suggestionState.${s.state}`)}</b> {f.money(s.amount)} · {t(`initiative.${s.initiative}`)} ·{' '}
        <Verdict verdict={s.verdict.verdict} />
      </p>
      {s.wish && <p className="i2">{t('suggest.wishWas', { wish: s.wish })}</p>}
      {s.diagnosis && <DiagnosisLines origin={s.diagnosis} />}
      <RiskChange before={s.before} after={s.after} />
      <p className="i2">
        {[
          t('suggest.cost', { cost: f.money(s.yearlyCost) }),
          s.reasons.length > 0 && t('suggest.for', { list: s.reasons.map(factor).join(t('common.listComma')) }),
          s.against.length > 0 && t('suggest.against', { list: s.against.map(factor).join(t('common.listComma')) }),
        ]
          .filter(Boolean)
          .join(t('common.semicolon'))}
      </p>
      {s.alternatives.length > 0 && (
        <p className="i3">
          {t('suggest.alternatives', { names: s.alternatives.map(a => a.name).join(t('common.listComma')) })}
        </p>
      )}
      {needs.map(need => (
        <fieldset className="steps" key={need}>
          <legend>
            {t(`suggest.need.${need}`, { defaultValue: need })}{' '}
            <small>
              {t('suggest.stepsDone', {
                n: s.steps.filter(step => step.requirement === need && step.done).length,
                all: s.steps.filter(step => step.requirement === need).length,
              })}
            </small>
          </legend>
          {s.steps.map(
            (step, i) =>
              step.requirement === need &&
              (open ? (
                <label key={String(i)}>
                  <input
                    type="checkbox"
                    checked={step.done}
                    onChange={event =>
                      void act(api.suggestions.tick({ id: s.id, step: i, done: event.target.checked }))
                    }
                  />
                  {say(step.text)}
                </label>
              ) : (
                <p key={String(i)} className={step.done ? 'i2' : 'i3'}>
                  <b>{t(step.done ? 'suggest.stepDone' : 'suggest.stepOpen')}</b>
                  {say(step.text)}
                </p>
              )),
          )}
        </fieldset>
      ))}
      <ol className="trail" aria-label={t('suggest.trail')}>
        {s.history.map(each => (
          <li key={each.evidenceId} title={each.evidenceId}>
            {t(`suggestionState.${each.state}`)} <span className="i3">{f.dateTime(each.at)}</span>
            {each.reference && <span className="i2"> {each.reference}</span>}
          </li>
        ))}
      </ol>
      {next[s.state].length > 0 && (
        <div className="acts">
          {next[s.state].includes('accepted') && (
            <Field label={t('suggest.reference')} value={reference} onValue={setReference} maxLength={200} />
          )}
          {next[s.state].map(to => (
            <Button
              key={to}
              disabled={to === 'accepted' && stopped}
              onClick={() => void act(api.suggestions.advance({ id: s.id, to, reference }))}
            >
              {t(`suggest.to.${to}`)}
            </Button>
          ))}
        </div>
      )}
      {error && (
        <p className="warn" role="alert">
          {error}
        </p>
      )}
    </li>
  )
}
