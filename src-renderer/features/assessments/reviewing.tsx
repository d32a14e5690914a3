import type { ReactNode } from 'react'
import type { AssessmentView } from '../../../src-main/contract/assessments.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import type { Assess } from './use-assessment.ts'

/** Answers that contradict each other, with the questions beside them, before any level is shown. */
export const Reviewing = ({ open, assess }: { readonly open: AssessmentView; readonly assess: Assess }): ReactNode => {
  const t = useT()
  const say = useSay()
  const said = (question: string): string => {
    const asked = open.questions.find(q => q.id === question)
    const ids = (open.answers[question] ?? '').split(',')
    return (asked?.answers ?? []).flatMap(a => (ids.includes(a.id) ? say(a.text) : [])).join(t('common.listComma'))
  }
  return (
    <section className="question">
      <h1>{t('assess.contradictions', { count: open.contradictions.length })}</h1>
      <p className="lead">{t('assess.contradictionsLead')}</p>
      {open.contradictions.map(each => (
        <div className="clash" key={each.id}>
          <b>{say(each.text)}</b>
          <dl>
            {each.questions.map(question => {
              const asked = open.questions.find(q => q.id === question)
              return (
                <div key={question}>
                  <dt>
                    {open.questions.findIndex(q => q.id === question) + 1}. {asked && say(asked.text)}
                  </dt>
                  <dd>{said(question)}</dd>
                </div>
              )
            })}
          </dl>
        </div>
      ))}
      {assess.error && (
        <p className="warn" role="alert">
          {assess.error}
        </p>
      )}
      <div className="acts">
        <Button kind="primary" onClick={() => void assess.run(api => api.change({ id: open.id }))}>
          {t('assess.change')}
        </Button>
        <Button onClick={() => void assess.run(api => api.keep({ id: open.id }))}>{t('assess.keep')}</Button>
      </div>
    </section>
  )
}
