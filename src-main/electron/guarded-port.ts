import { z } from 'zod'

/** As Electron's ports have it. */
interface Port {
  on(event: 'message', hear: (message: { readonly data?: unknown }) => void): unknown
  on(event: 'close', hear: () => void): unknown
  postMessage(data: unknown): void
}

const id = z.union([z.string(), z.number()])
/** The envelopes of the call library: a call, an item of a stream, the end of a call. */
const Envelope = z.union([
  z.object({
    i: id,
    t: z.literal(1).optional(),
    p: z.object({
      u: z.string().startsWith('/'),
      m: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']).optional(),
      h: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
    }),
  }),
  z.object({ i: id, t: z.literal(3), p: z.object({ e: z.enum(['message', 'error', 'done']) }) }),
  z.object({ i: id, t: z.literal(4) }),
])

const isMessage = (data: unknown): boolean => {
  if (typeof data !== 'string') return false
  try {
    return Envelope.safeParse(JSON.parse(data)).success
  } catch {
    return false
  }
}

/**
 * The port without what is no message of a window: the call library answers that with a rejection that nobody can catch.
 * `dropped` hears how many there were so far, and nothing of what they said.
 */
export const guardedPort = (port: Port, dropped: (count: number) => void): Port => {
  let count = 0
  const hearOnly =
    (hear: (message: { readonly data?: unknown }) => void) =>
    (message: { readonly data?: unknown }): void => {
      if (isMessage(message.data)) hear(message)
      else dropped(++count)
    }
  return {
    on: (event: 'message' | 'close', hear: (message: { readonly data?: unknown }) => void) =>
      event === 'message' ? port.on('message', hearOnly(hear)) : port.on('close', () => hear({})),
    postMessage: data => port.postMessage(data),
  }
}
