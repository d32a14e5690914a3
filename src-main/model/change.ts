import { z } from 'zod'

/** One line of `GET /v1/changes/<stream>`; `seq` grows within a page. */
export const ChangeLine = z.discriminatedUnion('op', [
  z.object({ op: z.literal('put'), key: z.string().min(1), seq: z.int().positive(), row: z.unknown() }).readonly(),
  z.object({ op: z.literal('delete'), key: z.string().min(1), seq: z.int().positive() }).readonly(),
])
export type ChangeLine = z.infer<typeof ChangeLine>

/**
 * The closing line; `sha256` is over all bytes before it, each line with its newline. `more` tells that another page waits.
 * `stream`, `tier` (null for reference streams) and `after` (empty for the first page) repeat the question,
 * so that a page that answers another one is noticed; `epoch` is that of `GET /v1/status`.
 */
export const ClosingLine = z
  .object({
    end: z.literal(true),
    stream: z.string(),
    tier: z.int().nullable(),
    after: z.string(),
    epoch: z.string(),
    cursor: z.string(),
    count: z.int().min(0),
    sha256: z.string().length(64),
    more: z.boolean(),
  })
  .readonly()
export type ClosingLine = z.infer<typeof ClosingLine>
