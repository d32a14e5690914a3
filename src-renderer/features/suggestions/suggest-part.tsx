import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { Fen } from '../../../src-main/model/units.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { articleName } from '../../../src-main/model/format/article-name.ts'
import { useFormat } from '../../ui/format.ts'
import { ProductName, Verdict } from '../../ui/marks.tsx'
import { SuggestionCard } from './suggestion-card.tsx'
import { TrialLines } from './trial-lines.tsx'
import './suggestions.css'
import { useFactorWords } from './factor-words.ts'

const SHOWN = 8

/** What a trial begins with, in fen. */
const USUAL = 10_000_000

const focusFirst = (list: HTMLElement | null): void => list?.querySelector('button')?.focus()

/**
 * Two paths: what the advisor suggests from the ranked shelf, and what the client asks for by itself, with its words and
 * no shelf in sight; beside them the suggestions made and the evidence kept.
 */
export const SuggestPart = ({ clientId }: { readonly clientId: string }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const [code, setCode] = useState('')
  const [typed, setTyped] = useState(() => String(USUAL / f.unit))
  const [wish, setWish] = useState('')
  const [initiative, setInitiative] = useState<'advisor' | 'client'>('advisor')
  const [told, setTold] = useState<{ readonly text: string; readonly bad: boolean } | null>(null)
  const shelf = useAsk(['client', clientId, 'shelf'], a => a.suggestions.shelf({ clientId })).data
  const made = useAsk(['client', clientId, 'suggestions'], a => a.suggestions.ofClient({ clientId })).data
  const evidence = useAsk(['client', clientId, 'evidence'], a => a.suggestions.evidence({ clientId })).data
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['client', clientId] })
  const whole = Fen.safeParse(Math.round(Number(typed) * f.unit))
  const amount = whole.success && whole.data > 0 ? whole.data : null
  const asks = initiative === 'client'
  const draft = async (): Promise<void> => {
    if (amount === null) return setTold({ text: t('suggest.amountForm'), bad: true })
    try {
      const answer = await api.suggestions.draft({ clientId, code: code.trim(), initiative, amount, wish })
      setTold(
        answer.kind === 'drafted'
          ? { text: t('suggest.drafted', { name: answer.suggestion.name }), bad: false }
          : {
              text: t('suggest.refused', {
                why: answer.judged.verdict.codes.map(each => t(`code.${each}`)).join(t('common.listComma')),
                rules: answer.judged.rules.map(rule => `${rule.source}${rule.article}`).join(t('common.listComma')),
              }),
              bad: true,
            },
      )
      if (answer.kind === 'drafted') setWish('')
      await refresh()
    } catch (e) {
      setTold({ text: failure(e), bad: true })
    }
  }
  const factor = useFactorWords()
  const list = useRef<HTMLTableSectionElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const [params] = useSearchParams()
  const wanted = params.get('suggest') === '1' && shelf !== undefined
  useEffect(() => {
    if (wanted) focusFirst(list.current)
  }, [wanted])
  useKeys([{ keys: ['A'], label: t('suggest.key'), run: () => focusFirst(list.current) }])
  return (
    <div className="suggest" aria-busy={shelf === undefined || evidence === undefined}>
      <section>
        <div className="tb path">
          <Choice
            label={t('suggest.initiative')}
            value={initiative}
            onChange={value => {
              setInitiative(value)
              setTold(null)
            }}
            options={(['advisor', 'client'] as const).map(value => ({ value, label: t(`suggest.path.${value}`) }))}
          />
        </div>
        {asks ? (
          <p className="i2">{t('suggest.wishLead')}</p>
        ) : (
          <>
            <h2>
              {t('suggest.shelf')}
              <small>
                {shelf &&
                  shelf.heldBack.length > 0 &&
                  t('suggest.heldBack', {
                    n: f.int(shelf.heldBack.reduce((sum, each) => sum + each.count, 0)),
                    why: shelf.heldBack
                      .map(each => t('products.whyNot', { why: t(`code.${each.why}`), n: each.count }))
                      .join(t('common.semicolon')),
                  })}
              </small>
            </h2>
            <table className="list">
              <colgroup>
                <col />
                <col style={{ width: 84 }} />
                <col style={{ width: '48%' }} />
                <col style={{ width: 52 }} />
              </colgroup>
              <thead>
                <tr>
                  <th>{t('shelf.product')}</th>
                  <th>{t('holdings.verdict')}</th>
                  <th>{t('suggest.why')}</th>
                  <th className="r">{t('suggest.rank')}</th>
                </tr>
              </thead>
              <tbody ref={list}>
                {shelf?.ranked.slice(0, SHOWN).map(each => (
                  <tr
                    key={each.code}
                    className={each.code === code ? 'row sel' : 'row'}
                    onClick={event => {
                      setCode(each.code)
                      // picked by keyboard: the amount is what comes next
                      if (event.detail === 0) form.current?.querySelector<HTMLInputElement>('[inputmode]')?.select()
                    }}
                  >
                    <td>
                      <button type="button" aria-pressed={each.code === code}>
                        <ProductName name={each.name} code={each.code} />
                      </button>
                    </td>
                    <td>{say(each.comparison)}</td>
                    <td className="why">
                      <p className="i2">{each.reasons.slice(0, 3).map(factor).join(t('common.listComma'))}</p>
                      {each.against.length > 0 && (
                        <p className="i3">
                          {t('suggest.against', { list: each.against.map(factor).join(t('common.listComma')) })}
                        </p>
                      )}
                    </td>
                    <td className="r s">{f.int(Math.round(each.score))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {shelf?.ranked.length === 0 && <p className="i3">{t('suggest.noneFits')}</p>}
          </>
        )}
        <form
          ref={form}
          className="draft"
          onSubmit={event => {
            event.preventDefault()
            void draft()
          }}
        >
          <Field label={t('suggest.code')} required value={code} onValue={setCode} />
          <Field label={t('suggest.amount')} required inputMode="decimal" value={typed} onValue={setTyped} />
          {asks && (
            <Field
              label={t('suggest.wish')}
              required
              maxLength={400}
              value={wish}
              onValue={setWish}
              help={t('suggest.wishHelp')}
            />
          )}
          <Button type="submit" kind="primary" disabled={asks && wish.trim() === '' && t('suggest.wishFirst')}>
            {t(asks ? 'suggest.draftWish' : 'suggest.draft')}
          </Button>
        </form>
        {code.trim() !== '' && amount !== null && (
          <TrialLines clientId={clientId} code={code.trim()} amount={amount} initiative={initiative} />
        )}
        {told && (
          <p className={told.bad ? 'warn' : 'i2'} role="status">
            {told.text}
          </p>
        )}
      </section>
      <section>
        <h2>
          {t('suggest.made')}
          <small>{t('suggest.count', { count: made?.length ?? 0 })}</small>
        </h2>
        {made?.length === 0 && <p className="i3">{t('suggest.noneMade')}</p>}
        <ul>
          {made?.map(each => (
            <SuggestionCard key={each.id} suggestion={each} onChanged={refresh} />
          ))}
        </ul>
        <h2 style={{ marginTop: 12 }}>
          {t('suggest.evidence')}
          <small>{t('suggest.count', { count: evidence?.length ?? 0 })}</small>
        </h2>
        {evidence?.length === 0 && <p className="i3">{t('suggest.noneKept')}</p>}
        {evidence !== undefined && evidence.length > 0 && (
          <div className="kept" role="region" tabIndex={0} aria-label={t('suggest.evidence')}>
            <table className="list">
              <tbody>
                {evidence.map(line => (
                  <tr key={line.id} className="row" title={line.hash}>
                    <td style={{ width: 96 }}>{f.dateTime(line.at)}</td>
                    <td>{line.productName ?? line.productCode}</td>
                    <td style={{ width: 120 }}>
                      <Verdict verdict={line.body.verdict.verdict} />
                    </td>
                    <td className="i2">
                      {line.body.verdict.rules
                        .map(
                          r =>
                            `${articleName(r.article, f.locale)}${r.mark === 'unverified' ? t('suggest.unverified') : ''}`,
                        )
                        .join(' ')}
                    </td>
                    <td className="i3" style={{ width: 150 }}>
                      {line.body.verdict.pack}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </div>
  )
}
