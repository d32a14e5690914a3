import { implement, ORPCError } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { toAppError } from '../services/sync/to-app-error.ts'

type Log = (fault: unknown) => void

const asAnswer = (fault: unknown, log: Log): unknown => {
  if (fault instanceof ORPCError) return fault
  const known = toAppError(fault)
  if (known.code === 'internal') log(fault)
  return new ORPCError('APP', {
    defined: true,
    status: 400,
    message: known.message,
    data: { code: known.code, where: known.where, hint: known.hint },
  })
}

const isStream = (output: unknown): output is AsyncIterable<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output

/** A stream fails long after the call has returned; that its window was closed is no fault. */
async function* relayed(stream: AsyncIterable<unknown>, log: Log, signal: AbortSignal | undefined): AsyncGenerator {
  try {
    return yield* stream
  } catch (fault) {
    throw signal?.aborted === true ? fault : asAnswer(fault, log)
  }
}

/** The contract with one normaliser: whatever is thrown, at once or in a stream, leaves as a closed code, its cause logged once. */
export const implementer = (log: Log, heard: () => void) =>
  implement(contract).use(async ({ next, signal }) => {
    heard()
    try {
      const result = await next()
      return isStream(result.output) ? { ...result, output: relayed(result.output, log, signal) } : result
    } catch (fault) {
      throw asAnswer(fault, log)
    }
  })

export type Implementer = ReturnType<typeof implementer>
