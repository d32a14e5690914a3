import { implement, ORPCError } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { AppError } from '../model/app-error.ts'

/** The contract with one normaliser: whatever is thrown leaves as a closed code, its cause logged once. */
export const implementer = (log: (fault: unknown) => void) =>
  implement(contract).use(async ({ next }) => {
    try {
      return await next()
    } catch (fault) {
      if (fault instanceof ORPCError) throw fault
      const known = fault instanceof AppError ? fault : new AppError('internal', 'something went wrong inside the program')
      if (!(fault instanceof AppError) || fault.cause !== undefined) log(fault)
      throw new ORPCError('APP', {
        defined: true,
        status: 400,
        message: known.message,
        data: { code: known.code, where: known.where, hint: known.hint },
      })
    }
  })

export type Implementer = ReturnType<typeof implementer>
