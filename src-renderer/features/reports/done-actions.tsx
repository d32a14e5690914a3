import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ReportRow } from '../../../src-main/contract/reports.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { PrintDialog } from './print-dialog.tsx'

/** The ways on from a finished report: open, save, print. */
export const DoneActions = ({ report }: { readonly report: ReportRow }): ReactNode => {
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const [printing, setPrinting] = useState(false)
  const act = (work: Promise<unknown>): void => void work.catch((error: unknown) => tell(failure(error)))
  return (
    <>
      <LinkButton onClick={() => act(api.reports.open({ id: report.id }))}>{t('common.open')}</LinkButton>
      <LinkButton onClick={() => act(api.reports.saveAs({ id: report.id }))}>{t('report.saveAs')}</LinkButton>
      <LinkButton onClick={() => setPrinting(true)}>{t('report.print')}</LinkButton>
      {printing && <PrintDialog ids={[report.id]} onClose={() => setPrinting(false)} />}
    </>
  )
}
