import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { Failure } from './failure.ts'

/** The request's bytes up to a limit. */
export const readBytes = async (request: IncomingMessage, limit: number): Promise<Buffer> => {
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > limit) throw new Failure(413, 'TOO_LARGE', `The body is larger than ${limit} bytes.`)
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new Failure(413, 'TOO_LARGE', `The body is larger than ${limit} bytes.`)
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

/** A JSON body of a known shape. */
export const readJson = async <S extends z.ZodType>(
  request: IncomingMessage,
  schema: S,
  limit: number,
): Promise<z.output<S>> => {
  const bytes = await readBytes(request, limit)
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Failure(400, 'BAD_REQUEST', 'The body is not JSON.')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Failure(400, 'BAD_REQUEST', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not as expected'}`)
}
