import { useState } from 'react'
import type { ReactNode } from 'react'
import type { TradeTrial as Trial } from '../../../src-main/contract/suitability.ts'
import { Fen } from '../../../src-main/model/units.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName, Verdict } from '../../ui/marks.tsx'

/** What a trial begins with, in fen. */
const USUAL = 10_000_000

/** A purchase or a sale tried on the account: nothing is written and nothing is ordered. */
export const TradeTrial = ({ clientId }: { readonly clientId: string }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const api = useApi()
  const failure = useFailureText()
  const [code, setCode] = useState('')
  const [typed, setTyped] = useState(() => String(USUAL / f.unit))
  const [side, setSide] = useState<'buy' | 'sell'>('buy')
  const [trial, setTrial] = useState<Trial | null>(null)
  const [error, setError] = useState<string | null>(null)
  const run = async (): Promise<void> => {
    const amount = Fen.safeParse(Math.round(Number(typed) * f.unit) * (side === 'sell' ? -1 : 1))
    if (!amount.success || amount.data === 0 || Number(typed) < 0) return setError(t('suggest.amountForm'))
    try {
      setTrial(
        await api.suitability.tryTrade({ clientId, code: code.trim(), initiative: 'advisor', amount: amount.data }),
      )
      setError(null)
    } catch (e) {
      setTrial(null)
      setError(failure(e))
    }
  }
  const grade = (value: number | null): string => (value === null ? '—' : `R${f.ratio(value, 2)}`)
  const lines: readonly (readonly [string, (risk: Trial['before']) => string])[] = [
    ['weighted', risk => grade(risk.weightedGrade)],
    ['highest', risk => risk.highestGrade ?? '—'],
    ['above', risk => (risk.shareAboveLevel === null ? '—' : f.share(risk.shareAboveLevel))],
    ['high', risk => f.share(risk.highGradeShare)],
    ['largestShare', risk => (risk.largestProduct === null ? '—' : f.share(risk.largestProduct.share))],
    ['breaches', risk => f.int(risk.breaches.length)],
  ]
  return (
    <>
      <form
        className="trial"
        onSubmit={event => {
          event.preventDefault()
          void run()
        }}
      >
        <Field label={t('suggest.code')} required value={code} onValue={setCode} />
        <Field label={t('suggest.amount')} required inputMode="decimal" value={typed} onValue={setTyped} />
        <span style={{ height: 28 }}>
          <Choice
            label={t('level.side')}
            value={side}
            onChange={setSide}
            options={(['buy', 'sell'] as const).map(value => ({ value, label: t(`level.${value}`) }))}
          />
        </span>
        <Button type="submit">{t('level.try')}</Button>
        {error && (
          <span className="warn" role="alert">
            {error}
          </span>
        )}
      </form>
      {trial && (
        <div className="level-grid" role="status">
          <div>
            <ProductName name={trial.name} code={code} />
            <p>
              <Verdict verdict={trial.judged.verdict.verdict} comparison={say(trial.judged.comparison)} />
            </p>
            <p className="i3">{t('level.onlyTried')}</p>
          </div>
          <table className="list plain">
            <thead>
              <tr>
                <th />
                <th className="r">{t('level.before')}</th>
                <th className="r">{t('level.after')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(([name, shown]) => (
                <tr key={name}>
                  <td className="i2">{t(`level.${name}`)}</td>
                  <td className="r">{shown(trial.before)}</td>
                  <td className="r s">{shown(trial.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
