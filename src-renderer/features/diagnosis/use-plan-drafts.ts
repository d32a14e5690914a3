import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { useFailureText } from '../../ui/failure.tsx'

export interface PlanDrafts {
  /** Drafts one product that the diagnosis names; `move` is null for a product offered. */
  readonly one: (code: string, move: string | null) => void
  /** Drafts every move of the plan. */
  readonly all: () => void
  readonly busy: boolean
  readonly told: { readonly text: string; readonly bad: boolean } | null
  /** Where the drafts are. */
  readonly page: string
}

/** Suggestions drafted from the diagnosis of one client in one click, and what came of it. */
export const usePlanDrafts = (clientId: string): PlanDrafts => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<PlanDrafts['told']>(null)
  const run = async (work: () => Promise<NonNullable<PlanDrafts['told']>>): Promise<void> => {
    setBusy(true)
    try {
      setTold(await work())
    } catch (e) {
      setTold({ text: failure(e), bad: true })
    }
    setBusy(false)
    await queries.invalidateQueries({ queryKey: ['client', clientId] })
  }
  return {
    one: (code, move) =>
      void run(async () => {
        const answer = await api.suggestions.draftDiagnosed({ clientId, code, move })
        return answer.kind === 'drafted'
          ? { text: t('suggest.drafted', { name: answer.suggestion.name }), bad: false }
          : {
              text: t('suggest.refused', {
                why: answer.judged.verdict.codes.map(each => t(`code.${each}`)).join(t('common.listComma')),
                rules: answer.judged.rules.map(rule => `${rule.source}${rule.article}`).join(t('common.listComma')),
              }),
              bad: true,
            }
      }),
    all: () =>
      void run(async () => {
        const count = await api.suggestions.draftPlan({ clientId })
        return { text: t('plan.drafted', { ...count }), bad: count.refused > 0 }
      }),
    busy,
    told,
    page: `/clients/${encodeURIComponent(clientId)}/suitability`,
  }
}
