import type { ReportComparison } from '../../contract/deliveries.ts'
import { compareFigures, compareHoldings } from '../../domain/delivery/compare-digests.ts'
import { AppError } from '../../model/app-error.ts'
import type { ReportDigest } from '../../model/report-content.ts'
import type { ReadTx } from '../ports/store.ts'
import { reportRow } from '../reports/report-row.ts'

const sideOf = (
  tx: ReadTx,
  id: string,
): { readonly digest: ReportDigest; readonly side: ReportComparison['before'] } => {
  const record = tx.reports.byId(id)
  const row = record === null ? null : reportRow(record)
  if (row === null) throw new AppError('notFound', 'there is no such report', { where: id })
  const content = tx.contents.byId(id)
  if (content === null || content.digest === null)
    throw new AppError('invalidInput', 'this report keeps no figures to compare', {
      where: id,
      hint: 'compare account reports that were made with this version of the program',
    })
  const { madeAt, dataDate, edition, subject, subjectName } = row
  const { versions, digest } = content
  return {
    digest,
    side: {
      id,
      madeAt,
      dataDate,
      edition,
      subject,
      subjectName,
      versions: [...versions],
      findings: [...digest.findings],
      actions: [...digest.actions],
    },
  }
}

/** Two reports about the same client set against each other, the older one first whatever the order they are named in. */
export const compareReports = (tx: ReadTx, ids: { readonly a: string; readonly b: string }): ReportComparison => {
  const [before, after] = [sideOf(tx, ids.a), sideOf(tx, ids.b)].toSorted((x, y) =>
    x.side.madeAt.localeCompare(y.side.madeAt),
  )
  if (before === undefined || after === undefined) throw new Error('two reports were asked for')
  if (before.side.subject !== after.side.subject)
    throw new AppError('invalidInput', 'these reports are about two clients', {
      where: `${ids.a}, ${ids.b}`,
      hint: 'compare two versions of one client',
    })
  return {
    before: before.side,
    after: after.side,
    figures: [...compareFigures(before.digest, after.digest)],
    holdings: [...compareHoldings(before.digest, after.digest)],
  }
}
