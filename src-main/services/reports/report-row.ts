import { ReportRow } from '../../contract/reports.ts'
import type { ReportRecord } from '../ports/work-tables.ts'

/** A kept report as a line of the screen; null for a record that an older program wrote otherwise. */
export const reportRow = (record: ReportRecord): ReportRow | null => {
  const body = typeof record.body === 'object' && record.body !== null ? record.body : {}
  const row = ReportRow.safeParse({ ...body, id: record.id, state: record.state, path: record.file })
  return row.success ? row.data : null
}
