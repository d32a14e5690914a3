import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Suggestion, SuggestionState } from '../../../src-main/model/suggestion.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName, Verdict } from '../../ui/marks.tsx'

const next: Readonly<Record<SuggestionState, readonly SuggestionState[]>> = {
  drafted: ['shown'],
  shown: ['accepted', 'declined'],
  accepted: ['executedElsewhere', 'declined'],
  declined: ['followedUp'],
  executedElsewhere: ['followedUp'],
  followedUp: [],
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
  const open = s.state === 'drafted' || s.state === 'shown'
  return (
    <li>
      <ProductName name={s.name} code={s.code} />
      <p>
        <b>{t(`suggestionState.${s.state}`)}</b> {f.money(s.amount)} · {t(`initiative.${s.initiative}`)} ·{' '}
        <Verdict verdict={s.verdict.verdict} />
      </p>
      <p className="i2">
        {t('suggest.risk', {
          before: f.ratio(s.before.weightedGrade, 2),
          after: f.ratio(s.after.weightedGrade, 2),
          highest: s.after.highestGrade ?? '—',
          above: f.share(s.after.shareAboveLevel),
          cost: f.money(s.yearlyCost),
        })}
      </p>
      {s.alternatives.length > 0 && (
        <p className="i3">
          {t('suggest.alternatives', { names: s.alternatives.map(a => a.name).join(t('common.listComma')) })}
        </p>
      )}
      <div className="steps">
        {s.steps.map((step, i) => (
          <label key={step.requirement + String(i)}>
            <input
              type="checkbox"
              checked={step.done}
              disabled={!open}
              onChange={event => void act(api.suggestions.tick({ id: s.id, step: i, done: event.target.checked }))}
            />
            {say(step.text)}
          </label>
        ))}
      </div>
      {next[s.state].length > 0 && (
        <div className="acts">
          {next[s.state].includes('accepted') && (
            <Field label={t('suggest.reference')} value={reference} onValue={setReference} maxLength={200} />
          )}
          {next[s.state].map(to => (
            <Button key={to} onClick={() => void act(api.suggestions.advance({ id: s.id, to, reference }))}>
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
