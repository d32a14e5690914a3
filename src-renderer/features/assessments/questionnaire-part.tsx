import { Fragment, useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { AssessmentLine, QuestionnaireAlertView } from '../../../src-main/contract/assessments.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import './questionnaire-part.css'

const COLUMNS = 9

const useAlertText = (): ((alert: QuestionnaireAlertView) => string) => {
  const t = useT()
  const f = useFormat()
  return alert => {
    const date = f.date(alert.date)
    if (alert.kind === 'answeredByAdvisor') return t('assess.alert.answeredByAdvisor', { date })
    const { from, to } = alert
    if (alert.kind === 'levelJump')
      return t(alert.levels > 0 ? 'assess.alert.levelUp' : 'assess.alert.levelDown', {
        date,
        from,
        to,
        count: Math.abs(alert.levels),
        n: Math.abs(alert.levels),
      })
    return t('assess.alert.upgradeBeforePurchase', {
      date,
      from,
      to,
      name: alert.name,
      bought: f.date(alert.purchasedOn),
      count: alert.days,
      n: alert.days,
    })
  }
}

/** Whether a result counts, and what head office had to do with it. */
const useEffectText = (): ((line: AssessmentLine) => string) => {
  const t = useT()
  const f = useFormat()
  return ({ held, waits, review }) => {
    if (review !== null) return t(`assess.${review.decision}`, { date: f.day(review.at.slice(0, 10)), by: review.by })
    if (held.length === 0) return t('assess.counted')
    if (!waits) return t('assess.overtaken')
    return t('assess.waits', { why: held.map(each => t(`assess.hold.${each}`)).join(t('common.listComma')) })
  }
}

/** The answers of one assessment with their points, the bands they were read by, and what was put on record. */
const Detail = ({ line }: { readonly line: AssessmentLine }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { record } = line
  return (
    <div className="stated">
      {record && (
        <p className="i2">
          {[
            t('assess.recorded', { at: f.dateTime(record.at), id: record.evidenceId }),
            record.seconds !== null && t('assess.took', { n: f.int(Math.round(record.seconds)) }),
            line.held.length > 0 &&
              t('assess.heldWas', { why: line.held.map(each => t(`assess.hold.${each}`)).join(t('common.listComma')) }),
            line.review?.note && t('assess.reviewNote', { note: line.review.note }),
            record.reason && t('assess.reasonWas', { reason: record.reason }),
            record.lowest.length > 0 &&
              t('assess.lowestWas', { why: record.lowest.map(say).join(t('common.semicolon')) }),
            record.contradictions.length > 0 &&
              t('assess.keptWas', { what: record.contradictions.map(say).join(t('common.semicolon')) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {line.bands.length > 0 && (
        <p className="i3">
          {t('assess.bands', {
            bands: line.bands.map(band => `${band.capacity} ≥ ${band.from}`).join(t('common.listComma')),
          })}
        </p>
      )}
      {line.stated.length === 0 ? (
        <p className="i2">{t('assess.versionMissing', { version: line.version })}</p>
      ) : (
        <dl>
          {line.stated.map((each, i) => (
            <Fragment key={each.question.zh}>
              <dt>
                {i + 1}. {say(each.question)}
              </dt>
              <dd>{each.answers.length === 0 ? '—' : each.answers.map(say).join(t('common.listComma'))}</dd>
              <dd className="r i3">{each.score === null ? '—' : f.int(each.score)}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </div>
  )
}

/** Validity, alerts and history of a client's assessments; the way to a new one. */
export const QuestionnairePart = ({ clientId }: { readonly clientId: string }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const alertText = useAlertText()
  const effect = useEffectText()
  const [shown, setShown] = useState<string | null>(null)
  const { data } = useAsk(['client', clientId, 'assessments'], api => api.assessments.standing({ clientId }))
  const start = (): void => void go(`/clients/${encodeURIComponent(clientId)}/assessment`)
  useKeys([{ keys: ['Q'], label: t('assess.new'), run: start }])
  return (
    <section className="asked">
      <h2>
        {t('client.questionnaire')}
        <small className={data && data.standing !== 'valid' ? 'warn' : ''}>
          {data && t(`assess.standing.${data.standing}`, { count: data.days ?? 0 })}
        </small>
        <span className="rt">
          <Button kind="plain" low keyHint="Q" onClick={start}>
            {t('assess.new')}
          </Button>
        </span>
      </h2>
      {data && data.alerts.length > 0 && (
        <ul className="alerts" aria-label={t('assess.alerts')}>
          {data.alerts.map(alert => (
            <li key={`${alert.kind}${alert.id}${'code' in alert ? alert.code + alert.purchasedOn : ''}`}>
              <i className="dot bad" />
              {alertText(alert)}
            </li>
          ))}
        </ul>
      )}
      {data && data.history.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th>{t('suit.date')}</th>
              <th>{t('client.capacity')}</th>
              <th className="r">{t('suit.score')}</th>
              <th>{t('clients.validUntil')}</th>
              <th>{t('suit.term')}</th>
              <th>{t('suit.variety')}</th>
              <th>{t('suit.by')}</th>
              <th style={{ width: '24%' }}>{t('assess.effect')}</th>
              <th>{t('suit.version')}</th>
            </tr>
          </thead>
          <tbody>
            {data.history.map(line => (
              <Fragment key={line.id}>
                <tr
                  className={line.id === shown ? 'row sel' : 'row'}
                  onClick={() => setShown(line.id === shown ? null : line.id)}
                >
                  <td>
                    <button type="button" className="s" aria-expanded={line.id === shown}>
                      {f.date(line.date)}
                    </button>
                  </td>
                  <td className="s">
                    {t('client.capacityIs', { level: line.riskCapacity, name: t(`capacity.${line.riskCapacity}`) })}
                  </td>
                  <td className="r">{f.int(Math.round(line.score))}</td>
                  <td>{f.date(line.validUntil)}</td>
                  <td>{line.term === null ? '—' : t(`term.${line.term}`)}</td>
                  <td>{line.variety === null ? '—' : t(`variety.${line.variety}`)}</td>
                  <td className={line.answeredBy === 'advisor' ? 'warn' : ''}>{t(`answeredBy.${line.answeredBy}`)}</td>
                  <td
                    className={line.waits || line.review?.decision === 'declined' ? 'warn el' : 'i2 el'}
                    title={effect(line)}
                  >
                    {effect(line)}
                  </td>
                  <td className="i3">{line.version}</td>
                </tr>
                {line.id === shown && (
                  <tr>
                    <td colSpan={COLUMNS} className="open">
                      <Detail line={line} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {data?.history.length === 0 && <p className="empty">{t('client.noQuestionnaire')}</p>}
      {data && data.abandoned.length > 0 && (
        <p className="i3" style={{ marginTop: 6 }}>
          {data.abandoned
            .map(each => t('assess.gaveUp', { at: f.dateTime(each.at), n: each.answered, reason: each.reason || '—' }))
            .join(t('common.semicolon'))}
        </p>
      )}
    </section>
  )
}
