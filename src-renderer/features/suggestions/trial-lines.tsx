import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { Fen } from '../../../src-main/model/units.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { useFormat } from '../../ui/format.ts'
import { Verdict } from '../../ui/marks.tsx'
import { RiskChange } from './risk-change.tsx'

/** What the rules say of this product for this client before anything is written: verdict, what has to be done, risk. */
export const TrialLines = ({
  clientId,
  code,
  amount,
  initiative,
}: {
  readonly clientId: string
  readonly code: string
  readonly amount: Fen
  readonly initiative: 'advisor' | 'client'
}): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { data, error } = useAsk(['client', clientId, 'trial', code, amount, initiative], api =>
    api.suitability.tryTrade({ clientId, code, amount, initiative }),
  )
  if (error) return <p className="warn">{t('suggest.unknownProduct', { code })}</p>
  if (!data) return null
  const { judged, name, before, after } = data
  return (
    <div className="trial">
      <p>
        <b>{name}</b> <Verdict verdict={judged.verdict.verdict} comparison={say(judged.comparison)} />
        <span className="i2"> · {t(`suggest.action.${judged.verdict.action}`)}</span>
      </p>
      <RiskChange before={before} after={after} />
      {judged.verdict.requirements.length > 0 && (
        <dl className="needs">
          {judged.verdict.requirements.map(each => (
            <Fragment key={each.id}>
              <dt>{t(`suggest.need.${each.id}`, { defaultValue: each.id })}</dt>
              <dd>{say(each.text)}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      <p className="i3">
        {judged.rules
          .map(rule => `${rule.source}${rule.article}${rule.mark === 'unverified' ? t('suggest.unverified') : ''}`)
          .join(t('common.semicolon'))}
        {judged.rules.length > 0 && t('common.semicolon')}
        {t('suggest.packUsed', { pack: judged.verdict.pack, amount: f.money(amount) })}
      </p>
    </div>
  )
}
