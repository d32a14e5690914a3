import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import './questionnaire-part.css'

type Waiting = NonNullable<ClientView['risk']['waiting']>

const useReasons = (): ((why: Waiting['why']) => string) => {
  const t = useT()
  return why => why.map(each => t(`assess.hold.${each}`)).join(t('common.listComma'))
}

/** The result that waits, in a few words beside the level that counts; its own level when that is another one. */
export const WaitingMark = ({ risk: { waiting, capacity } }: Pick<ClientView, 'risk'>): ReactNode => {
  const t = useT()
  const f = useFormat()
  const reasons = useReasons()
  if (waiting === null) return null
  return (
    <span
      className="warn m"
      title={t('waiting.hint', { date: f.date(waiting.date), why: reasons(waiting.why) })}
      style={{ whiteSpace: 'nowrap' }}
    >
      {' '}
      {t('waiting.mark', { level: waiting.riskCapacity === capacity ? '' : waiting.riskCapacity }).trim()}
    </span>
  )
}

/** What a result that waits means for everything below: nothing counts it before head office has released it. */
export const WaitingNote = ({ risk }: { readonly risk: ClientView['risk'] }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const reasons = useReasons()
  const { waiting, capacity } = risk
  if (waiting === null) return null
  return (
    <p className="waiting-note" role="status">
      {t(capacity === null ? 'waiting.noteNone' : 'waiting.note', {
        date: f.date(waiting.date),
        level: waiting.riskCapacity,
        now: capacity ?? '',
        why: reasons(waiting.why),
      })}
    </p>
  )
}
