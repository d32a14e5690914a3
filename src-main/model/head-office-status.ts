import { z } from 'zod'
import { IsoTime } from './units.ts'

/** Version of the row schemas that this program reads; a head office with a newer one is not pulled from. */
export const syncSchema = 2

/**
 * Answer of `GET /v1/status`. `epoch` changes when head office was restored from a backup: every cursor starts again.
 * `heads` are the highest numbers of streams and tiers (null for reference streams) that have rows; a head office need not tell them.
 */
export const HeadOfficeStatus = z
  .object({
    time: IsoTime,
    schemaVersion: z.int().positive(),
    epoch: z.string().min(1).max(64),
    /** Where clients reach it; told to enrolled devices only. */
    publicUrl: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .nullable()
      .default(null),
    heads: z
      .array(z.object({ stream: z.string().max(40), tier: z.int().nullable(), seq: z.int().min(0) }).readonly())
      .readonly()
      .nullable()
      .default(null),
  })
  .readonly()
export type HeadOfficeStatus = z.infer<typeof HeadOfficeStatus>

/** What a device is given once for its code; the token is kept in the encrypted database only. */
export const Enrolment = z
  .object({
    token: z.string().min(16).max(200),
    deviceId: z.string().min(1).max(64),
    book: z.string().min(1).max(64),
    advisor: z.string().nullable(),
    licence: z.string().nullable(),
  })
  .readonly()
export type Enrolment = z.infer<typeof Enrolment>

/** One device of the book, as `GET /v1/devices` lists them; `own` is the one that asks. */
export const EnrolledDevice = z
  .object({
    id: z.string().min(1).max(64),
    name: z.string().max(100),
    enrolledAt: IsoTime,
    revokedAt: IsoTime.nullable(),
    own: z.boolean(),
  })
  .readonly()
export type EnrolledDevice = z.infer<typeof EnrolledDevice>

/** Answer of `POST /v1/shares`. */
export const SharedLink = z
  .object({ id: z.string(), url: z.url({ protocol: /^https?$/ }), expiresAt: IsoTime, pages: z.int().min(0) })
  .readonly()
export type SharedLink = z.infer<typeof SharedLink>
