import type { ReactNode } from 'react'
import type { PrinterFault } from '../../../src-main/model/printer-fault.ts'
import type { ReportRow } from '../../../src-main/contract/reports.ts'
import { useT } from '../../i18n/i18n.ts'

/** Which browser could not print, and why. */
export const usePrinterFault = (): ((fault: PrinterFault) => string) => {
  const t = useT()
  return ({ where, why }) => t(`printerFault.${why}`, { where })
}

/** Of a report that the other printer made: which one it was, and what was wrong with the usual one. */
export const PrinterNote = ({ report }: { readonly report: ReportRow }): ReactNode => {
  const t = useT()
  const text = usePrinterFault()
  const { instead } = report
  if (instead === null) return null
  return (
    <p className="i2 cut" title={instead.where}>
      {t(report.printer === 'desktop' ? 'printerFault.byProgram' : 'printerFault.byBrowser', { fault: text(instead) })}
    </p>
  )
}
