import { BatchBody, BatchFault, type BatchRow } from '../../contract/batches.ts'
import type { PrinterFault } from '../../model/printer-fault.ts'
import { AppError } from '../../model/app-error.ts'
import type { BatchCounts, BatchRecord } from '../ports/batch-tables.ts'

export const bodyOf = (record: BatchRecord): BatchBody => BatchBody.parse(record.body)

export const batchRow = (record: BatchRecord, counts: BatchCounts, secondsLeft: number | null): BatchRow => ({
  ...bodyOf(record),
  id: record.id,
  at: record.at,
  state: record.state,
  total: counts.made + counts.failed + counts.waiting,
  ...counts,
  secondsLeft: record.state === 'running' ? secondsLeft : null,
})

/** One more report that the other printer made. */
export const withOther = (record: BatchRecord, fault: PrinterFault): BatchRecord => {
  const body = bodyOf(record)
  return { ...record, body: { ...body, instead: { count: (body.instead?.count ?? 0) + 1, fault } } }
}

export const faultOf = ({ code, message, where, hint }: AppError): BatchFault => ({ code, message, where, hint })

export const parseFault = (text: string | null): BatchFault | null => {
  const fault = text === null ? null : BatchFault.safeParse(JSON.parse(text))
  return fault?.success === true ? fault.data : null
}
