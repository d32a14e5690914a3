import type { ReactNode } from 'react'
import type { ReportLine } from '../../../src-main/contract/deliveries.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

/**
 * 已生成 -> 已发送 -> 已打开 -> 已反馈 -> 已跟进, each with its time, or why there is none. What stays in the office is
 * made, and that is all.
 */
export const ReportSteps = ({ line, stays }: { readonly line: ReportLine; readonly stays: boolean }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const isTold = line.canTellOpening || line.sentAt === null || line.openedAt !== null
  const steps = [
    { step: 'made', at: line.madeAt, note: '' },
    { step: 'sent', at: line.sentAt, note: line.state === 'unknown' ? t('reportState.unknown') : '' },
    {
      step: 'opened',
      at: line.openedAt,
      note: isTold
        ? line.opens > 0
          ? t('reports.opens', { count: line.opens, n: line.opens, pages: line.pagesRead ?? 0, of: line.pages })
          : ''
        : t('reports.cannotTell'),
    },
    { step: 'answered', at: line.answeredAt, note: '' },
    { step: 'followedUp', at: line.followedUpAt, note: '' },
  ] as const
  const shown = stays ? steps.slice(0, 1) : steps
  return (
    <ol className="steps">
      {shown.map(({ step, at, note }) => (
        <li key={step} className={at === null ? 'open' : ''}>
          <i className={at === null ? 'dot off' : 'dot'} />
          <span>{t(`reportState.${step}`)}</span>
          <span className="r i2">{at === null ? note || '—' : f.dateTime(at)}</span>
          {at !== null && note !== '' && <small className="i3">{note}</small>}
        </li>
      ))}
    </ol>
  )
}

/** What the client said, in the words of the form. */
export const ReportAnswers = ({ answers }: { readonly answers: Readonly<Record<string, string>> }): ReactNode => {
  const t = useT()
  const { understood = '', contact = '', question = '' } = answers
  return (
    <div className="sec">
      <h2>{t('reply.title')}</h2>
      <dl className="kv ans">
        <dt>{t('reply.understood')}</dt>
        <dd>{t(`replyUnderstood.${understood}`, { defaultValue: understood || '—' })}</dd>
        <dt>{t('reply.contact')}</dt>
        <dd className={contact === 'call' ? 's' : ''}>
          {t(`replyContact.${contact}`, { defaultValue: contact || '—' })}
        </dd>
        <dt>{t('reply.question')}</dt>
        <dd className="sel-text">{question || '—'}</dd>
      </dl>
    </div>
  )
}
