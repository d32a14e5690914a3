import type { ReactNode } from 'react'
import type { AskedQuestion } from '../../../src-main/contract/assessments.ts'
import { useSay } from '../../i18n/i18n.ts'

/** The answers of one question as large rows; the digit in front chooses. */
export const AnswerList = ({
  question,
  chosen,
  onToggle,
}: {
  readonly question: AskedQuestion
  readonly chosen: readonly string[]
  readonly onToggle: (answer: string) => void
}): ReactNode => {
  const say = useSay()
  return (
    <ol className="answers" role={question.multiple ? 'group' : 'radiogroup'} aria-label={say(question.text)}>
      {question.answers.map((answer, i) => (
        <li key={answer.id}>
          <button
            type="button"
            role={question.multiple ? 'checkbox' : 'radio'}
            aria-checked={chosen.includes(answer.id)}
            onClick={() => onToggle(answer.id)}
          >
            <kbd aria-hidden="true">{i + 1}</kbd>
            <span>{say(answer.text)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
