import type { ReactNode } from 'react'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Slow } from '../../ui/slow.tsx'

/** Every question with its answers and scores, and the band of every level. */
export const QuestionnaireRules = ({ version }: { readonly version: string }): ReactNode => {
  const t = useT()
  const say = useSay()
  const { data, error, refetch } = useAsk(['suitability', 'questionnaire', version], api =>
    api.rulePacks.questionnaire({ version }),
  )
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Slow under />
  const bands = data.bands.map(({ capacity, from }) => t('questionnairePack.band', { capacity, from }))
  return (
    <>
      <p className="i2">{say(data.origin)}</p>
      <p className="i2">
        {t(`questionnairePack.for.${data.for}`)}{' '}
        {t('questionnairePack.validity', { count: data.validityMonths, n: data.validityMonths })}{' '}
        {bands.join(t('common.listComma'))}
      </p>
      <table className="list plain tall">
        <colgroup>
          <col />
          <col style={{ width: '55%' }} />
        </colgroup>
        <tbody>
          {data.questions.map(question => (
            <tr key={question.id}>
              <td className="wrap">{say(question.text)}</td>
              <td className="wrap i2">
                {question.answers.map(answer => (
                  <div key={answer.id}>
                    {t('questionnairePack.answer', { text: say(answer.text), score: answer.score })}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
