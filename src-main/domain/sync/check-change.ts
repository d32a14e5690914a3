import type { CheckedChange } from '../../model/checked-change.ts'
import { parseRow } from '../../model/parse-row.ts'
import type { StreamName } from '../../model/stream.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads one parsed line of a page. A row that does not fit its schema, or whose key is not the line's, becomes a `reject`;
 * null means that this is no change line at all, so the page is not one of head office's.
 */
export const checkChange = (stream: StreamName, line: unknown): CheckedChange | null => {
  if (!isRecord(line)) return null
  const { op, key, seq, row } = line
  if (typeof key !== 'string' || key === '') return null
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq <= 0) return null
  if (op === 'delete') return { kind: 'delete', key, seq }
  if (op !== 'put') return null
  const parsed = parseRow(stream, row)
  if (parsed.kind === 'invalid') return { kind: 'reject', key, seq, reason: parsed.reason, row }
  return parsed.key === key
    ? { kind: 'put', key, seq, row: parsed.row }
    : { kind: 'reject', key, seq, reason: `key ${key} is not that of the row`, row }
}
