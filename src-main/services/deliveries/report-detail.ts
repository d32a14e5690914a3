import type { ReportDetail, ReportEvent } from '../../contract/deliveries.ts'
import { AppError } from '../../model/app-error.ts'
import { EvidenceBody } from '../../model/evidence.ts'
import type { ReadTx } from '../ports/store.ts'
import { familyOf, reportLines } from './report-lines.ts'

const evidenceOf = (tx: ReadTx, clientId: string, reportId: string): ReportDetail['evidence'] =>
  tx.evidence.ofClient(clientId).flatMap(({ id, productCode, body, hash }) => {
    const kept = EvidenceBody.safeParse(JSON.parse(body))
    if (!kept.success || productCode === null || kept.data.reference !== reportId) return []
    const { verdict, pack } = kept.data.verdict
    return [{ id, productCode, verdict, pack, hash }]
  })

/** One report with its deliveries, everything that came back, and its other versions. */
export const reportDetail = (tx: ReadTx, id: string): ReportDetail => {
  const lines = reportLines(tx)
  const line = lines.find(each => each.id === id)
  if (line === undefined) throw new AppError('notFound', 'there is no such report', { where: id })
  const events: readonly ReportEvent[] = [
    { at: line.madeAt, kind: 'made', source: line.printer, pages: line.pages, answers: null },
    ...tx.engagements
      .all()
      .filter(each => each.reportId === id)
      .map(({ at, kind, source, pages, answers }): ReportEvent => ({ at, kind, source, pages, answers })),
  ]
  return {
    line,
    deliveries: tx.deliveries.ofReport(id),
    events: events.toSorted((a, b) => b.at.localeCompare(a.at)),
    evidence: line.clientId === null ? [] : evidenceOf(tx, line.clientId, id),
    consents: line.clientId === null ? [] : tx.consents.ofClient(line.clientId),
    history: lines
      .filter(each => familyOf(each) === familyOf(line))
      .map(each => ({ id: each.id, madeAt: each.madeAt, dataDate: each.dataDate, state: each.state })),
    versions: [...(tx.contents.byId(id)?.versions ?? [])],
  }
}
