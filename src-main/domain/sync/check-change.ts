import type { z } from 'zod'
import type { CheckedChange } from '../../model/checked-change.ts'
import { streams, type StreamName } from '../../model/stream.ts'

interface RowShape {
  readonly schema: z.ZodType
  readonly key: (row: never) => string
}

const shapeOf = (stream: StreamName): RowShape => streams[stream]

/** First problem of a row, with its path: `holdings[3].value: expected number`. */
const reasonOf = (error: z.ZodError): string => {
  const [issue] = error.issues
  if (issue === undefined) return 'invalid row'
  const path = issue.path.map(String).join('.')
  return path === '' ? issue.message : `${path}: ${issue.message}`
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isHead = (line: Readonly<Record<string, unknown>>): boolean =>
  typeof line['key'] === 'string' && line['key'] !== '' && Number.isSafeInteger(line['seq']) && Number(line['seq']) > 0

/**
 * Reads one parsed line of a page. A row that does not fit its schema, or whose key is not the line's, becomes a `reject`;
 * null means that this is no change line at all, so the page is not one of head office's.
 */
export const checkChange = (stream: StreamName, line: unknown): CheckedChange | null => {
  if (!isRecord(line) || !isHead(line)) return null
  const key = String(line['key'])
  const seq = Number(line['seq'])
  if (line['op'] === 'delete') return { kind: 'delete', key, seq }
  if (line['op'] !== 'put') return null
  const { schema, key: keyOf } = shapeOf(stream)
  const parsed = schema.safeParse(line['row'])
  if (!parsed.success) return { kind: 'reject', key, seq, reason: reasonOf(parsed.error), row: line['row'] }
  // the schema of the stream has just made the row, so its own key function fits it
  const own = keyOf(parsed.data as never)
  return own === key
    ? { kind: 'put', key, seq, row: parsed.data }
    : { kind: 'reject', key, seq, reason: `key ${key} is not that of the row`, row: line['row'] }
}
