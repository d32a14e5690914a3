import { useRef, useState } from 'react'
import type { Edition, ReportRow } from '../../../src-main/contract/reports.ts'
import { useLocale } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { useFailureText } from '../../ui/failure.tsx'

export type MakeState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running'
      readonly step: 'figures' | 'layout' | 'print' | 'save'
      readonly page: number
      readonly pages: number
      readonly since: number
    }
  | { readonly kind: 'done'; readonly report: ReportRow }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly text: string }

type MakeReport = {
  readonly state: MakeState
  readonly start: (edition: Edition) => void
  readonly cancel: () => void
}

/** One report being made for one subject; cancelling leaves nothing half-made. */
export const useMakeReport = (kind: 'account' | 'fund', subject: string): MakeReport => {
  const api = useApi()
  const locale = useLocale()
  const failure = useFailureText()
  const [state, setState] = useState<MakeState>({ kind: 'idle' })
  const stop = useRef<AbortController | null>(null)
  const run = async (edition: Edition): Promise<void> => {
    const control = new AbortController()
    stop.current = control
    const since = performance.now()
    setState({ kind: 'running', step: 'figures', page: 0, pages: 0, since })
    try {
      const stream = await api.reports.make({ kind, subject, edition, locale }, { signal: control.signal })
      for await (const progress of stream)
        setState(progress.kind === 'done' ? { kind: 'done', report: progress.report } : { ...progress, since })
    } catch (error) {
      setState(control.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', text: failure(error) })
    }
    stop.current = null
  }
  return {
    state,
    start: edition => {
      if (stop.current === null) void run(edition)
    },
    cancel: () => stop.current?.abort(),
  }
}
