import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssessmentView } from '../../../src-main/contract/assessments.ts'
import type { Client } from '../../api.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { useFailureText } from '../../ui/failure.tsx'

const KEY = ['assessment', 'open'] as const

/** The assessment that is open in this book; undefined until it is known. */
export const useOpenAssessment = (enabled = true): AssessmentView | null | undefined =>
  useAsk(KEY, api => api.assessments.open({}), enabled).data

export type Assess = {
  readonly error: string | null
  readonly busy: boolean
  /** Runs one step; the answer is what the screen shows next. */
  readonly run: (step: (api: Client['assessments']) => Promise<AssessmentView | null>) => Promise<boolean>
}

/** The steps of an assessment: one at a time, the engine's answer replaces what is on screen. */
export const useAssess = (): Assess => {
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const run: Assess['run'] = async step => {
    if (busy) return false
    setBusy(true)
    try {
      queries.setQueryData(KEY, await step(api.assessments))
      setError(null)
      return true
    } catch (e) {
      setError(failure(e))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { error, busy, run }
}
