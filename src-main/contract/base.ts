import { oc } from '@orpc/contract'
import { z } from 'zod'
import { AppErrorCode } from '../model/app-error.ts'

/** Every procedure can answer with one closed error; its data says which. */
export const base = oc.errors({
  APP: {
    status: 400,
    data: z.object({ code: AppErrorCode, where: z.string(), hint: z.string() }),
  },
})

export const none = z.object({})
