import { implement, ORPCError } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { toAppError } from '../services/sync/to-app-error.ts'

/** The contract with one normaliser: whatever is thrown leaves as a closed code, its cause logged once. */
export const implementer = (log: (fault: unknown) => void) =>
  implement(contract).use(async ({ next }) => {
    try {
      return await next()
    } catch (fault) {
      if (fault instanceof ORPCError) throw fault
      const known = toAppError(fault)
      if (known.code === 'internal') log(fault)
      throw new ORPCError('APP', {
        defined: true,
        status: 400,
        message: known.message,
        data: { code: known.code, where: known.where, hint: known.hint },
      })
    }
  })

export type Implementer = ReturnType<typeof implementer>
