import type { z } from 'zod'
import { quickTest, type QuickTest } from './quick-test.ts'
import { streams, type StreamName } from './stream.ts'

interface RowShape {
  readonly schema: z.ZodType
  readonly key: (row: never) => string
  readonly quick: QuickTest | null
}

const shapes = new Map<StreamName, RowShape>()

/** Made with the first row of its stream: the start of the program has no use for it. */
const shapeOf = (stream: StreamName): RowShape => {
  const known = shapes.get(stream)
  if (known !== undefined) return known
  const { schema, key } = streams[stream]
  const made = { schema, key, quick: quickTest(schema) }
  shapes.set(stream, made)
  return made
}

export type ParsedRow =
  | { readonly kind: 'row'; readonly row: unknown; readonly key: string }
  | { readonly kind: 'invalid'; readonly reason: string }

/** First problem of a row, with its path: `holdings.3.value: expected number`. */
const reasonOf = (error: z.ZodError): string => {
  const [issue] = error.issues
  if (issue === undefined) return 'invalid row'
  const path = issue.path.map(String).join('.')
  return path === '' ? issue.message : `${path}: ${issue.message}`
}

/** A row of a stream with its key, or what is wrong with it. */
export const parseRow = (stream: StreamName, value: unknown): ParsedRow => {
  const shape = shapeOf(stream)
  // the key function belongs to the schema that has just accepted the row
  if (shape.quick?.(value) === true) return { kind: 'row', row: value, key: shape.key(value as never) }
  const parsed = shape.schema.safeParse(value)
  return parsed.success
    ? { kind: 'row', row: parsed.data, key: shape.key(parsed.data as never) }
    : { kind: 'invalid', reason: reasonOf(parsed.error) }
}
