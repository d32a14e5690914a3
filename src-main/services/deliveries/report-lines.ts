import type { ReportLine } from '../../contract/deliveries.ts'
import type { ReportRow } from '../../contract/reports.ts'
import { reportStanding } from '../../domain/delivery/report-standing.ts'
import type { Delivery } from '../../model/delivery.ts'
import type { Engagement } from '../../model/engagement.ts'
import type { ReadTx } from '../ports/store.ts'
import type { ReportRecord } from '../ports/work-tables.ts'
import { reportRow } from '../reports/report-row.ts'

const LISTED = 5000

/** What the advisor has to know first: what failed or nobody can tell, then what waits, then the newest. */
const weight = (delivery: Delivery): number => {
  const order: readonly Delivery['state'][] = ['failed', 'unknown', 'sending', 'queued']
  const at = order.indexOf(delivery.state)
  return at < 0 ? order.length : at
}

const concerning = (deliveries: readonly Delivery[]): Delivery | null => {
  const [newest] = deliveries
  const first = deliveries.filter(each => each.state !== 'cancelled').toSorted((a, b) => weight(a) - weight(b))[0]
  return first ?? newest ?? null
}

/** Reports of the same kind about the same subject in the same edition are versions of one another. */
export const familyOf = (row: ReportRow): string => `${row.kind} ${row.edition} ${row.subject}`

const lineOf = (
  record: ReportRecord,
  row: ReportRow,
  deliveries: readonly Delivery[],
  engagements: readonly Engagement[],
  place: { readonly version: number; readonly versions: number },
): ReportLine => ({
  ...row,
  // the column is what the rules of the database guard
  edition: record.edition === 'client' ? row.edition : 'internal',
  clientId: record.clientId ?? deliveries[0]?.clientId ?? null,
  ...reportStanding(deliveries, engagements),
  delivery: concerning(deliveries),
  ...place,
})

/** Every report with how far it came, newest first. */
export const reportLines = (tx: ReadTx): readonly ReportLine[] => {
  const known = tx.reports.all(LISTED).flatMap(record => {
    const row = reportRow(record)
    return row === null ? [] : [{ record, row }]
  })
  const deliveries = Map.groupBy(tx.deliveries.all(), each => each.reportId)
  const engagements = Map.groupBy(tx.engagements.all(), each => each.reportId)
  const families = Map.groupBy(known, ({ row }) => familyOf(row))
  const places = new Map<string, { readonly version: number; readonly versions: number }>()
  for (const family of families.values())
    for (const [i, { row }] of family.entries())
      places.set(row.id, { version: family.length - i, versions: family.length })
  return known.map(({ record, row }) =>
    lineOf(
      record,
      row,
      deliveries.get(row.id) ?? [],
      engagements.get(row.id) ?? [],
      places.get(row.id) ?? { version: 1, versions: 1 },
    ),
  )
}
