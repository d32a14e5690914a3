import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Edition, ReportKind } from '../../../src-main/contract/reports.ts'
import { useT } from '../../i18n/i18n.ts'
import { Choice } from '../../ui/choice.tsx'
import { MakeReportLine } from './make-report-line.tsx'
import { ReportSheet } from './report-sheet.tsx'
import { useMakeReport } from './use-make-report.ts'

const editions = ['client', 'internal'] as const

/** One click from a list: the report begins at once, its pages are seen while the file is printed. */
export const QuickReport = ({
  kind,
  subject,
  name,
  onClose,
}: {
  readonly kind: ReportKind
  readonly subject: string
  readonly name: string
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const { state, start, cancel } = useMakeReport(kind, subject)
  // a review of the segments is for the firm's own eyes only
  const only = kind === 'segment' ? ('internal' as const) : null
  const [edition, setEdition] = useState<Edition>(only ?? 'client')
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    start({ edition, password: null })
  })
  const html = state.kind === 'running' || state.kind === 'done' ? state.html : null
  return (
    <ReportSheet
      title={`${t(`reportKind.${kind}`)} · ${name}`}
      html={html}
      waiting={state.kind === 'failed' ? '' : t('report.step.figures')}
      onClose={() => {
        cancel()
        onClose()
      }}
      actions={
        only === null &&
        state.kind !== 'running' && (
          <Choice
            label={t('reports.edition')}
            value={edition}
            onChange={next => {
              setEdition(next)
              start({ edition: next, password: null })
            }}
            options={editions.map(value => ({ value, label: t(`edition.${value}`) }))}
          />
        )
      }
    >
      <MakeReportLine state={state} edition={edition} />
    </ReportSheet>
  )
}
