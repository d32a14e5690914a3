import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ReplyAnswers, ReportLine } from '../../../src-main/contract/deliveries.ts'
import { IsoDate } from '../../../src-main/model/units.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { todayHere } from '../../ui/today.ts'
import { useTakeFocus } from '../../ui/use-take-focus.ts'

const understood = ['yes', 'partly', 'no'] as const
const contact = ['call', 'later', 'no'] as const

/** The three questions of the form, typed in from paper or a call. */
export const ReplyForm = ({
  line,
  onClose,
}: {
  readonly line: ReportLine
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const form = useTakeFocus<HTMLFormElement>()
  const [answers, setAnswers] = useState<ReplyAnswers>({ understood: 'yes', contact: 'no', question: '' })
  const [on, setOn] = useState(todayHere)
  const [error, setError] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    const day = IsoDate.safeParse(on)
    if (!day.success) return setError(t('reply.badDay'))
    try {
      await api.deliveries.typeReply({ reportId: line.id, clientId: line.clientId, on: day.data, answers })
      tell(t('reply.saved'))
      onClose()
    } catch (e) {
      setError(failure(e))
    }
  }
  return (
    <form
      ref={form}
      className="sec send"
      aria-label={t('reply.type')}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{t('reply.type')}</h2>
      <div className="fld">
        <span className="lab">{t('reply.understood')}</span>
        <Choice
          label={t('reply.understood')}
          value={answers.understood}
          onChange={value => setAnswers({ ...answers, understood: value })}
          options={understood.map(v => ({ value: v, label: t(`replyUnderstood.${v}`) }))}
        />
      </div>
      <div className="fld">
        <span className="lab">{t('reply.contact')}</span>
        <Choice
          label={t('reply.contact')}
          value={answers.contact}
          onChange={value => setAnswers({ ...answers, contact: value })}
          options={contact.map(v => ({ value: v, label: t(`replyContact.${v}`) }))}
        />
      </div>
      <Field
        label={t('reply.question')}
        maxLength={500}
        value={answers.question}
        onValue={question => setAnswers({ ...answers, question })}
      />
      <Field
        label={t('reply.on')}
        inputMode="numeric"
        placeholder="2026-11-23"
        maxLength={10}
        value={on}
        onValue={setOn}
        error={error}
      />
      <div className="row">
        <Button type="submit" kind="primary">
          {t('reply.save')}
        </Button>
        <Button keyHint="Esc" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
