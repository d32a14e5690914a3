import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Edition } from '../../../src-main/contract/reports.ts'
import { useT } from '../../i18n/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { VerdictMark } from '../../ui/marks.tsx'
import { DoneActions } from './done-actions.tsx'
import { PrinterNote } from './printer-note.tsx'
import type { MakeState } from './use-make-report.ts'

const Elapsed = ({
  since,
  edition,
  children,
}: {
  readonly since: number
  readonly edition: Edition
  readonly children: ReactNode
}): ReactNode => {
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
      })}{' '}
      {children}
    </p>
  )
}

/** The line under the button: elapsed time, or pages and wording findings with the ways on. */
export const MakeReportLine = ({
  state,
  edition,
  onPreview,
}: {
  readonly state: MakeState
  readonly edition: Edition
  /** Where the pages are not in sight already. */
  readonly onPreview?: () => void
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  switch (state.kind) {
    case 'idle':
      return null
    case 'running':
      return (
        <Elapsed since={state.since} edition={edition}>
          {state.html !== null && onPreview && <LinkButton onClick={onPreview}>{t('report.preview')}</LinkButton>}
        </Elapsed>
      )
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
        <>
          <p data-testid="report-done" data-report={report.id}>
            <VerdictMark verdict={report.findings === 0 ? 'match' : 'mismatch'} />
            {t('report.done', { time: f.time(report.madeAt), pages: report.pages, findings: report.findings })}{' '}
            {state.html !== null && onPreview && <LinkButton onClick={onPreview}>{t('report.preview')}</LinkButton>}
            <DoneActions report={report} />
            {report.edition === 'client' && report.kind !== 'segment' && (
              <LinkButton onClick={() => void go(`/reports?id=${encodeURIComponent(report.id)}&send=1`)}>
                {t('report.send')}
              </LinkButton>
            )}
          </p>
          <PrinterNote report={report} />
        </>
      )
    }
  }
}
