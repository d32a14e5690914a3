import type { ReactNode } from 'react'
import type { ChangePlan, PlanOption } from '../../../src-main/model/report/account/change-plan.ts'
import { Link } from 'react-router'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { Button } from '../../ui/button.tsx'
import { Fig } from '../../ui/fig.tsx'
import { ProductName, Verdict } from '../../ui/marks.tsx'
import './plan-moves.css'
import type { PlanDrafts } from './use-plan-drafts.ts'

const Option = ({
  option,
  label,
  onDraft,
}: {
  readonly option: PlanOption
  readonly label: string
  readonly onDraft: () => void
}): ReactNode => {
  const t = useT()
  const say = useSay()
  return (
    <div className="option">
      <i className="i3">{label}</i>
      <div>
        <span className="head">
          <ProductName name={option.name} code={option.code} />
          <Verdict verdict={option.verdict.verdict} comparison={option.riskGrade ?? t('common.missing')} />
          <Button low kind="text" onClick={onDraft}>
            {t('plan.draft')}
          </Button>
        </span>
        {option.why.length > 0 && (
          <p>
            <b>{t('plan.why')}</b> {option.why.map(say).join(t('plan.and'))}
          </p>
        )}
        {option.whyNot.length > 0 && (
          <p className="i2">
            <b>{t('plan.whyNot')}</b> {option.whyNot.map(say).join(t('plan.and'))}
          </p>
        )}
      </div>
    </div>
  )
}

/** Every move out of a holding into a product that passes the check, with up to two others. */
export const PlanMoves = ({ plan, drafts }: { readonly plan: ChangePlan; readonly drafts: PlanDrafts }): ReactNode => {
  const t = useT()
  const say = useSay()
  const can = plan.moves.length > 0
  useKeys(can ? [{ keys: ['A'], label: t('plan.draft'), run: () => !drafts.busy && drafts.all() }] : [])
  return (
    <section className="fsec wide">
      <h2>
        {t('plan.title')}
        <small>
          {t('plan.amount')} <Fig figure={plan.amount} /> · {t('plan.fees')} <Fig figure={plan.fees} />
        </small>
        {can && (
          <span className="rt">
            <Button low kind="primary" keyHint="A" onClick={drafts.all} disabled={drafts.busy && t('plan.drafting')}>
              {t('plan.draftAll', { count: plan.moves.length })}
            </Button>
          </span>
        )}
      </h2>
      {drafts.told && (
        <p className={drafts.told.bad ? 'text warn' : 'text i2'} role="status">
          {drafts.told.text}{' '}
          <Link className="link" to={drafts.page}>
            {t('plan.toSuggestions')}
          </Link>
        </p>
      )}
      {plan.notes.map(note => (
        <p key={note.zh} className="text i2">
          {say(note)}
        </p>
      ))}
      <ol className="moves text">
        {plan.moves.map((move, i) => (
          <li key={move.id}>
            <b className="i3">{i + 1}</b>
            <div>
              <span className="head">
                <ProductName name={move.from.name} code={move.from.code === 'cash' ? undefined : move.from.code} />
                <span className="i3">→</span>
                <span>
                  <Fig figure={move.amount} className="s" /> · {t('plan.fees')} <Fig figure={move.fees} />
                </span>
              </span>
              <p className="i2">{say(move.reason)}</p>
              <Option option={move.to} label={t('plan.into')} onDraft={() => drafts.one(move.to.code, move.id)} />
              {move.alternatives.map((option, n) => (
                <Option
                  key={option.code}
                  option={option}
                  label={t('plan.alternative', { n: n + 1 })}
                  onDraft={() => drafts.one(option.code, move.id)}
                />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
