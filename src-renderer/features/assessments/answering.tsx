import { useState } from 'react'
import type { ReactNode } from 'react'
import type { AssessmentView } from '../../../src-main/contract/assessments.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { Button } from '../../ui/button.tsx'
import { AnswerList } from './answer-list.tsx'
import type { Assess } from './use-assessment.ts'

/** One question at a time; at the end the open ones are named. Used at the client's device and by the advisor who writes. */
export const Answering = ({ open, assess }: { readonly open: AssessmentView; readonly assess: Assess }): ReactNode => {
  const t = useT()
  const say = useSay()
  const { questions, answers, id } = open
  const firstOpen = questions.findIndex(q => answers[q.id] === undefined)
  const [at, setAt] = useState(Math.max(0, firstOpen))
  const [toldOpen, setToldOpen] = useState(false)
  const question = questions[at]
  const chosenOf = (q: string): readonly string[] => (answers[q] ?? '').split(',').filter(Boolean)
  const done = questions.filter(q => answers[q.id] !== undefined).length
  const left = questions.flatMap((q, i) => (answers[q.id] === undefined ? [i + 1] : []))
  const last = at === questions.length - 1
  const go = (to: number): void => setAt(Math.max(0, Math.min(questions.length - 1, to)))
  const toggle = async (answer: string): Promise<void> => {
    if (!question) return
    const before = chosenOf(question.id)
    const next = !question.multiple
      ? [answer]
      : before.includes(answer)
        ? before.filter(each => each !== answer)
        : [...before, answer]
    if (next.length === 0) return
    const ok = await assess.run(api => api.answer({ id, question: question.id, answers: [...next] }))
    if (ok && !question.multiple && !last) go(at + 1)
  }
  const submit = (): void => {
    if (left.length === 0) return void assess.run(api => api.submit({ id }))
    setToldOpen(true)
    go((left[0] ?? 1) - 1)
  }
  useKeys([
    {
      keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      label: t('assess.keyAnswer'),
      run: key => {
        const answer = question?.answers[Number(key) - 1]
        if (answer) void toggle(answer.id)
      },
    },
    { keys: ['←', '→'], label: t('assess.keyWalk'), run: key => go(at + (key === '→' ? 1 : -1)) },
    { keys: ['Ctrl Enter'], label: t('assess.submit'), run: submit },
  ])
  if (!question) return null
  return (
    <section className="question">
      <p className="count">
        {t('assess.questionOf', { n: at + 1, all: questions.length })}
        <span className="i3">{t('assess.answered', { n: done })}</span>
      </p>
      <div
        className="track"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={questions.length}
        aria-valuenow={done}
        aria-label={t('assess.progress')}
      >
        <span style={{ width: `${(done / questions.length) * 100}%` }} />
      </div>
      <h1>{say(question.text)}</h1>
      <AnswerList question={question} chosen={chosenOf(question.id)} onToggle={answer => void toggle(answer)} />
      {assess.error && (
        <p className="warn" role="alert">
          {assess.error}
        </p>
      )}
      <div className="acts">
        <Button keyHint="←" onClick={() => go(at - 1)} disabled={at === 0 && t('assess.firstQuestion')}>
          {t('assess.back')}
        </Button>
        <Button keyHint="→" onClick={() => go(at + 1)} disabled={last && t('assess.lastQuestion')}>
          {t('assess.next')}
        </Button>
        <span className="i2" role="status">
          {toldOpen && left.length > 0 && t('assess.leftOpen', { list: left.join(t('common.listComma')) })}
        </span>
        <Button kind={left.length === 0 ? 'primary' : 'plain'} keyHint="Ctrl Enter" onClick={submit}>
          {t('assess.submit')}
        </Button>
      </div>
    </section>
  )
}
