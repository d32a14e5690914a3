import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { PackLine } from '../../../src-main/contract/rule-packs.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { PackPreview } from './pack-preview.tsx'
import { PackRules } from './pack-rules.tsx'
import { QuestionnairePreview } from './questionnaire-preview.tsx'
import { QuestionnaireRules } from './questionnaire-rules.tsx'

type View = 'preview' | 'rules'

const parts = {
  suitability: { preview: PackPreview, rules: PackRules },
  questionnaires: { preview: QuestionnairePreview, rules: QuestionnaireRules },
} as const

/** One pack: what it changes, its rules with article, text and mark, and the way into or out of force. */
export const PackDetail = ({ line }: { readonly line: PackLine }): ReactNode => {
  const t = useT()
  const say = useSay()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const comes = line.state === 'waiting' || line.state === 'upcoming'
  const [view, setView] = useState<View>(comes ? 'preview' : 'rules')
  const [error, setError] = useState<string | null>(null)
  const act = async (work: 'activate' | 'retire' | 'remove'): Promise<void> => {
    try {
      await api.rulePacks[work]({ kind: line.kind, version: line.version })
      setError(null)
      tell(t(`pack.done.${work}`, { name: say(line.name) }))
      await queries.invalidateQueries()
    } catch (e) {
      setError(failure(e))
    }
  }
  const brought = line.origin === 'file'
  const Part = parts[line.kind][view]
  return (
    <section className="sec">
      <h2>
        {say(line.name)}
        <small>{line.version}</small>
        <span className="rt" style={{ display: 'flex', gap: 6 }}>
          {line.state === 'waiting' && (
            <>
              <Button kind="primary" onClick={() => void act('activate')}>
                {t('pack.activate')}
              </Button>
              <Button onClick={() => void act('remove')}>{t('pack.remove')}</Button>
            </>
          )}
          {brought && line.state !== 'waiting' && (
            <Button onClick={() => void act('retire')}>{t('pack.retire')}</Button>
          )}
        </span>
      </h2>
      {error && (
        <p className="warn" role="alert">
          {error}
        </p>
      )}
      <div style={{ height: 36 }}>
        <Choice
          label={t('pack.view')}
          value={view}
          onChange={setView}
          options={(['preview', 'rules'] as const).map(value => ({
            value,
            label: t(`packViews.${line.kind}.${value}`),
          }))}
        />
      </div>
      <Part version={line.version} />
    </section>
  )
}
