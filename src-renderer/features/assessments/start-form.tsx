import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import type { AnsweredBy } from '../../../src-main/model/assessment.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'
import type { Assess } from './use-assessment.ts'
import { WaitingMark } from './waiting-note.tsx'

/** Which questionnaire, and who answers it; the advisor's hand needs a reason and stays on record. */
export const StartForm = ({ client, assess }: { readonly client: ClientView; readonly assess: Assess }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const [by, setBy] = useState<AnsweredBy>('client')
  const [reason, setReason] = useState('')
  const standing = useAsk(['client', client.id, 'assessments'], api =>
    api.assessments.standing({ clientId: client.id }),
  ).data
  if (!standing) return null
  const { pack, repeat } = standing
  const stopped = !pack
    ? t('assess.noPack')
    : repeat.kind === 'tooManyToday'
      ? t('assess.tooManyToday', { n: repeat.limit })
      : repeat.kind === 'tooManyThisYear'
        ? t('assess.tooManyThisYear', { n: repeat.limit, date: f.date(repeat.againOn) })
        : null
  const why = stopped ?? (by === 'advisor' && reason.trim() === '' && t('assess.reasonFirst'))
  return (
    <form
      className="question"
      onSubmit={event => {
        event.preventDefault()
        if (!why) void assess.run(api => api.begin({ clientId: client.id, by, reason: by === 'client' ? '' : reason }))
      }}
    >
      {pack && (
        <>
          <h1>{say(pack.name)}</h1>
          <p className="i2">
            {t('assess.packLine', { version: pack.version, date: f.date(pack.effectiveOn), n: pack.questions })}
            <br />
            {say(pack.origin)}
          </p>
        </>
      )}
      <dl className="facts">
        <dt>{t('assess.now')}</dt>
        <dd>
          {client.risk.capacity
            ? t('client.capacityIs', { level: client.risk.capacity, name: t(`capacity.${client.risk.capacity}`) })
            : t('common.missing')}
          <WaitingMark risk={client.risk} />
          {standing.standing !== 'none' && standing.days !== null && (
            <span className={standing.standing === 'valid' ? 'i2' : 'warn'}>
              {' · '}
              {t(`assess.standing.${standing.standing}`, { count: standing.days })}
            </span>
          )}
        </dd>
      </dl>
      <div style={{ height: 36, borderBottom: '1px solid var(--line)' }}>
        <Choice
          large
          label={t('assess.who')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'client', label: t('assess.byClient') },
            { value: 'advisor', label: t('assess.byAdvisor') },
          ]}
        />
      </div>
      {by === 'client' ? (
        <ol className="lead" style={{ paddingLeft: 20 }}>
          <li>{t('assess.stepHand')}</li>
          <li>{t('assess.stepAlone')}</li>
          <li>{t('assess.stepBack')}</li>
        </ol>
      ) : (
        <>
          <p className="hold">{t('assess.writesLead')}</p>
          <Field label={t('assess.reason')} help={t('assess.reasonHelp')} value={reason} onValue={setReason} required />
        </>
      )}
      {(stopped ?? assess.error) && (
        <p className="warn" role="alert">
          {stopped ?? assess.error}
        </p>
      )}
      <div className="acts">
        <Button type="submit" kind="primary" keyHint="Enter" disabled={why}>
          {t(by === 'client' ? 'assess.handOver' : 'assess.beginWriting')}
        </Button>
      </div>
    </form>
  )
}
