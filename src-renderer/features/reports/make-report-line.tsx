import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Edition } from '../../../src-main/contract/reports.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { VerdictMark } from '../../ui/marks.tsx'
import type { MakeState } from './use-make-report.ts'

const Elapsed = ({ since, edition }: { readonly since: number; readonly edition: Edition }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100)
    return () => clearInterval(timer)
  }, [])
  return (
    <p>
      {t('report.elapsed', {
        edition: t(`edition.${edition}`),
        seconds: f.ratio(Math.max(0, now - since) / 1000, 1),
      })}
    </p>
  )
}

/** The line under the button: elapsed time, or pages and wording findings with the ways on. */
export const MakeReportLine = ({
  state,
  edition,
}: {
  readonly state: MakeState
  readonly edition: Edition
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const api = useApi()
  const go = useNavigate()
  const failure = useFailureText()
  const act = (work: Promise<unknown>): void => void work.catch((error: unknown) => tell(failure(error)))
  switch (state.kind) {
    case 'idle':
      return null
    case 'running':
      return <Elapsed since={state.since} edition={edition} />
    case 'cancelled':
      return <p>{t('report.cancelled')}</p>
    case 'failed':
      return (
        <p className="warn" role="alert">
          <i className="dot bad" />
          {state.text}
        </p>
      )
    case 'done': {
      const { report } = state
      return (
        <p data-testid="report-done" data-report={report.id}>
          <VerdictMark verdict={report.findings === 0 ? 'match' : 'mismatch'} />
          {t('report.done', { time: f.time(report.madeAt), pages: report.pages, findings: report.findings })}{' '}
          <LinkButton onClick={() => act(api.reports.open({ id: report.id }))}>{t('common.open')}</LinkButton>
          <LinkButton onClick={() => act(api.reports.saveAs({ id: report.id }))}>{t('report.saveAs')}</LinkButton>
          {report.edition === 'client' && report.kind !== 'segment' && (
            <LinkButton onClick={() => void go(`/reports?id=${encodeURIComponent(report.id)}&send=1`)}>
              {t('report.send')}
            </LinkButton>
          )}
        </p>
      )
    }
  }
}
