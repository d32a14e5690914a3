import { z } from 'zod'
import { BatchRow, type BatchFault } from '../../contract/batches.ts'
import { AppError } from '../../model/app-error.ts'
import type { BatchCounts, BatchRecord } from '../ports/batch-tables.ts'

const BatchBody = BatchRow.unwrap().pick({
  kind: true,
  cell: true,
  edition: true,
  locale: true,
  skipped: true,
  stopped: true,
})
export type BatchBody = z.infer<typeof BatchBody>

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

export const faultOf = ({ code, message, where, hint }: AppError): BatchFault => ({ code, message, where, hint })

const Fault = BatchRow.unwrap().shape.stopped.unwrap()

export const parseFault = (text: string | null): BatchFault | null => {
  const fault = text === null ? null : Fault.safeParse(JSON.parse(text))
  return fault?.success === true ? fault.data : null
}
