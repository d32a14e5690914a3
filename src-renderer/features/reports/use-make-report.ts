import { useRef, useState } from 'react'
import type { Edition, ReportKind, ReportRow } from '../../../src-main/contract/reports.ts'
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
      /** The laid pages, while the file is being printed. */
      readonly html: string | null
    }
  | { readonly kind: 'done'; readonly report: ReportRow; readonly html: string | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly text: string }

export type MakeWish = { readonly edition: Edition; readonly password: string | null }

type MakeReport = {
  readonly state: MakeState
  readonly start: (wish: MakeWish) => void
  readonly cancel: () => void
}

/** One report being made for one subject; it goes on when the screen is left, and cancelling leaves nothing half-made. */
export const useMakeReport = (kind: ReportKind, subject: string): MakeReport => {
  const api = useApi()
  const locale = useLocale()
  const failure = useFailureText()
  const [state, setState] = useState<MakeState>({ kind: 'idle' })
  const stop = useRef<AbortController | null>(null)
  const run = async ({ edition, password }: MakeWish): Promise<void> => {
    const control = new AbortController()
    stop.current = control
    const since = performance.now()
    let html: string | null = null
    const tell = (next: MakeState): void => {
      if (stop.current === control) setState(next)
    }
    tell({ kind: 'running', step: 'figures', page: 0, pages: 0, since, html })
    let at: { readonly step: 'figures' | 'layout' | 'print' | 'save'; readonly page: number; readonly pages: number } =
      {
        step: 'figures',
        page: 0,
        pages: 0,
      }
    try {
      const wish = { kind, subject, edition, locale, password, preview: true }
      for await (const progress of await api.reports.make(wish, { signal: control.signal })) {
        if (progress.kind === 'done') tell({ kind: 'done', report: progress.report, html })
        else {
          if (progress.kind === 'preview') html = progress.html
          else at = progress
          tell({ ...at, kind: 'running', since, html })
        }
      }
    } catch (error) {
      tell(control.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', text: failure(error) })
    }
    if (stop.current === control) stop.current = null
  }
  return {
    state,
    start: wish => {
      if (stop.current === null) void run(wish)
    },
    cancel: () => stop.current?.abort(),
  }
}
