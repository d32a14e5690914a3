import { useState } from 'react'
import type { Migration, SegmentRunLine } from '../../../src-main/contract/segment-rules.ts'
import { useAsk } from '../../state/queries.tsx'

/** One way between two runs; null is outside the book. */
export type Way = { readonly from: string | null; readonly to: string | null }

export type Runs = {
  readonly all: readonly SegmentRunLine[]
  readonly from: string
  readonly to: string
  readonly pick: (side: 'from' | 'to', at: string) => void
  readonly migration: Migration | undefined
  readonly way: Way | null
  readonly choose: (way: Way) => void
}

/** Two recorded runs, the last two at first, and what happened between them. */
export const useRuns = (asked: boolean): Runs => {
  const all = useAsk(['matrix', 'runs'], api => api.segmentRules.runs({}), asked).data ?? []
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({})
  const [way, choose] = useState<Way | null>(null)
  const to = chosen.to ?? all[0]?.at ?? ''
  const from = chosen.from ?? all[1]?.at ?? ''
  const { data } = useAsk(
    ['matrix', 'compare', from, to],
    api => api.segmentRules.compare({ from, to }),
    asked && from !== '' && to !== '',
  )
  return {
    all,
    from,
    to,
    pick: (side, at) => {
      choose(null)
      setChosen({ from, to, [side]: at })
    },
    migration: data,
    way,
    choose,
  }
}
