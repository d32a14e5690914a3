import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { AssessmentView } from '../../../src-main/contract/assessments.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Answering } from './answering.tsx'
import './assessment.css'
import { ResultPart } from './result-part.tsx'
import { Reviewing } from './reviewing.tsx'
import { StartForm } from './start-form.tsx'
import { useAssess, useOpenAssessment, type Assess } from './use-assessment.ts'

type Part = { readonly open: AssessmentView; readonly assess: Assess; readonly leave: () => void }

/** The client gave the device back before the end. */
const Paused = ({ open, assess, leave }: Part): ReactNode => {
  const t = useT()
  const [reason, setReason] = useState('')
  const { id } = open
  const needs = reason.trim() === '' && t('assess.reasonFirst')
  const abandon = async (): Promise<void> => {
    const ok = await assess.run(async api => {
      await api.abandon({ id, reason })
      return null
    })
    if (!ok) return
    tell(t('assess.abandoned'))
    leave()
  }
  return (
    <section className="question">
      <h1>{t('assess.pausedTitle', { n: Object.keys(open.answers).length, all: open.questions.length })}</h1>
      <p className="lead">{t('assess.pausedLead')}</p>
      <div className="acts">
        <Button kind="primary" onClick={() => void assess.run(api => api.handOver({ id }))}>
          {t('assess.handOverAgain')}
        </Button>
      </div>
      <Field
        label={t('assess.reason')}
        help={t('assess.reasonHelp')}
        value={reason}
        onValue={setReason}
        error={assess.error}
      />
      <div className="acts">
        <Button disabled={needs} onClick={() => void assess.run(api => api.advisorWrites({ id, reason }))}>
          {t('assess.iWrite')}
        </Button>
        <Button disabled={needs} onClick={() => void abandon()}>
          {t('assess.abandon')}
        </Button>
      </div>
    </section>
  )
}

/** The device is back: what came of it, and the receipt. */
const TakeBack = ({ open, assess, leave }: Part): ReactNode => {
  const queries = useQueryClient()
  const t = useT()
  const f = useFormat()
  const { result } = open
  const close = async (): Promise<void> => {
    const ok = await assess.run(async api => {
      await api.takeBack({ id: open.id })
      return null
    })
    if (!ok) return
    await queries.invalidateQueries({ queryKey: ['client', open.clientId] })
    leave()
  }
  useKeys([{ keys: ['Enter'], label: t('assess.takeBack'), run: () => void close() }])
  return (
    <section className="question">
      <p className="count">{t('assess.resultOf', { name: open.clientName })}</p>
      {result && (
        <>
          <h1 className="level">
            {t('client.capacityIs', { level: result.riskCapacity, name: t(`capacity.${result.riskCapacity}`) })}
          </h1>
          <p className={result.held.length > 0 ? 'hold' : 'lead'}>
            {result.held.length > 0
              ? t('assess.heldAdvisor', {
                  why: result.held.map(each => t(`assess.hold.${each}`)).join(t('common.listComma')),
                })
              : t('assess.counts', { date: f.date(result.validUntil) })}
          </p>
        </>
      )}
      {assess.error && (
        <p className="warn" role="alert">
          {assess.error}
        </p>
      )}
      <div className="acts">
        <Button kind="primary" keyHint="Enter" onClick={() => void close()}>
          {t(open.by === 'client' ? 'assess.takeBack' : 'assess.close')}
        </Button>
      </div>
    </section>
  )
}

const bodies: Partial<Record<AssessmentView['stage'], (props: Part) => ReactNode>> = {
  answering: Answering,
  review: Reviewing,
  result: ResultPart,
  paused: Paused,
  takeBack: TakeBack,
}

const Assessment = ({ clientId }: { readonly clientId: string }): ReactNode => {
  const t = useT()
  const say = useSay()
  const go = useNavigate()
  const assess = useAssess()
  const open = useOpenAssessment()
  const client = useAsk(['client', clientId], api => api.clients.view({ id: clientId })).data
  const leave = (): void => void go(`/clients/${encodeURIComponent(clientId)}/suitability`)
  useKeys([{ keys: ['Esc'], label: t('client.back'), run: leave }])
  if (open === undefined || client?.id !== clientId) return <PageHead title={t('assess.title')} busy />
  if (open !== null && open.clientId !== clientId)
    return (
      <div className="page">
        <PageHead title={t('assess.title')} />
        <Banner
          title={t('assess.otherOpen', { name: open.clientName })}
          actions={
            <Button onClick={() => void go(`/clients/${encodeURIComponent(open.clientId)}/assessment`)}>
              {t('assess.toOther')}
            </Button>
          }
        >
          {t('assess.otherLead')}
        </Banner>
      </div>
    )
  const Body = open === null ? null : bodies[open.stage]
  return (
    <div className="page assess-page">
      <PageHead
        title={t('assess.titleOf', { name: client.name })}
        actions={
          open?.by === 'advisor' &&
          (open.stage === 'answering' || open.stage === 'review') && (
            <Button onClick={() => void assess.run(api => api.pause({ id: open.id }))}>{t('assess.pause')}</Button>
          )
        }
      >
        {open && (
          <span>
            {say(open.name)} · {t('assess.version', { version: open.version })}
          </span>
        )}
      </PageHead>
      {open?.by === 'advisor' && open.stage !== 'takeBack' && (
        <Banner title={t('assess.writesTitle')}>{t('assess.writesLead')}</Banner>
      )}
      <div className="one" role="region" aria-label={t('assess.title')} tabIndex={0}>
        {open === null ? (
          <StartForm client={client} assess={assess} />
        ) : (
          Body && <Body key={open.stage} open={open} assess={assess} leave={leave} />
        )}
      </div>
    </div>
  )
}

export const AssessmentPage = (): ReactNode => {
  const { id } = useParams()
  const isOpen = useIsOpen()
  if (!isOpen || id === undefined) return <NoBook screen="clients" />
  return <Assessment key={id} clientId={id} />
}
