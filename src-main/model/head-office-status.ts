import { z } from 'zod'
import { IsoTime } from './units.ts'

/** Version of the row schemas that this program reads; a head office with a newer one is not pulled from. */
export const syncSchema = 1

/** Answer of `GET /v1/status`. `epoch` changes when head office was restored from a backup: every cursor starts again. */
export const HeadOfficeStatus = z
  .object({ time: IsoTime, schema: z.int().positive(), epoch: z.string().min(1).max(64) })
  .readonly()
export type HeadOfficeStatus = z.infer<typeof HeadOfficeStatus>

export const Enrolment = z
  .object({
    token: z.string().min(16).max(200),
    bookId: z.string().min(1).max(64),
    advisor: z
      .object({
        id: z.string(),
        name: z.string(),
        licence: z.string().nullable(),
        branch: z.string().nullable(),
        firm: z.string().nullable(),
      })
      .readonly(),
  })
  .readonly()
export type Enrolment = z.infer<typeof Enrolment>
