import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { NoticeLine } from '../../../src-main/contract/suitability.ts'
import { noticeSteps, type NoticeState } from '../../../src-main/model/notice.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName, Verdict } from '../../ui/marks.tsx'

/** One notice: its holdings, the letter to copy, what was done so far, and the next step with a word on it. */
export const NoticePanel = ({ line }: { readonly line: NoticeLine }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const [note, setNote] = useState('')
  const [error, setError] = useState<string | null>(null)
  const { notice, clientName, letter, findings } = line
  const found = findings.length > 0 && t('notice.findings', { words: findings.join(t('common.listComma')) })
  const next = noticeSteps[notice.state]
  const step = async (to: NoticeState): Promise<void> => {
    if (note.trim() === '') return setError(t('notice.noteNeeded'))
    try {
      await api.suitability.advanceNotice({ id: notice.id, to, note })
      setNote('')
      setError(null)
      await queries.invalidateQueries({ queryKey: ['suitability'] })
    } catch (e) {
      setError(failure(e))
    }
  }
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(say(letter))
    tell(t('notice.copied'))
  }
  return (
    <>
      <section className="sec">
        <h2>
          <Link className="link" to={`/clients/${encodeURIComponent(notice.clientId)}/suitability`}>
            {clientName}
          </Link>
          <small>{t(`noticeState.${notice.state}`)}</small>
        </h2>
        <ul className="reasons">
          {notice.holdings.map(each => (
            <li key={each.code}>
              <ProductName name={each.name} code={each.code} />
              <div>
                <Verdict verdict={each.now} comparison={say(each.comparison)} />{' '}
                <span className="i3">
                  · {f.money(each.value)} · {each.causes.map(c => t(`cause.${c}`)).join(t('common.listComma'))}
                </span>
              </div>
            </li>
          ))}
        </ul>
        <p className="i3">{t('notice.noSale')}</p>
      </section>
      {next.length > 0 && (
        <section className="sec">
          <h2>{t('notice.next')}</h2>
          <Field
            label={t(notice.state === 'queued' ? 'notice.how' : 'notice.reference')}
            value={note}
            onValue={setNote}
            maxLength={200}
            help={t('notice.noteHelp')}
            error={error}
          />
          <div className="acts">
            {next.map((to, i) => (
              <Button
                key={to}
                kind={i === 0 ? 'primary' : 'plain'}
                disabled={to === 'told' && found}
                onClick={() => void step(to)}
              >
                {t(`notice.to.${to}`)}
              </Button>
            ))}
          </div>
        </section>
      )}
      <section className="sec">
        <h2>
          {t('notice.letter')}
          <span className="rt">
            {!found && <LinkButton onClick={() => void copy()}>{t('notice.copy')}</LinkButton>}
          </span>
        </h2>
        {found && (
          <p className="warn" role="alert">
            {found}
          </p>
        )}
        <pre className="letter">{say(letter)}</pre>
      </section>
      <section className="sec">
        <h2>{t('notice.history')}</h2>
        <ul className="reasons">
          {notice.history.map(each => (
            <li key={each.state + each.at}>
              {t(`noticeState.${each.state}`)} <span className="i3">{f.dateTime(each.at)}</span> {each.note}
              {each.evidence.length > 0 && (
                <span className="i3">
                  {' '}
                  {t('notice.evidence', { count: each.evidence.length, n: each.evidence.length })}
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
