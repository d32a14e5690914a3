import { z } from 'zod'
import { ClientId } from './ids.ts'
import { IsoTime } from './units.ts'

export const DeliveryChannel = z.enum(['mail', 'draft', 'link', 'wecom', 'paper'])
export type DeliveryChannel = z.infer<typeof DeliveryChannel>

/**
 * `sending` is written before the first byte leaves; whoever finds it after a crash cannot know what became of it and
 * makes it `unknown`: the advisor is asked, nothing is sent a second time.
 */
export const DeliveryState = z.enum(['queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled', 'withdrawn'])
export type DeliveryState = z.infer<typeof DeliveryState>

/** Closed reasons for which a delivery did not go out. */
export const DeliveryFault = z.enum([
  'offline',
  'notSetUp',
  'wrongPassword',
  'tls',
  'recipient',
  'sender',
  'tooLarge',
  'refusedByServer',
  'busy',
  'noConsent',
  'notEnrolled',
  'deviceRevoked',
  'reportRefused',
  'interrupted',
])
export type DeliveryFault = z.infer<typeof DeliveryFault>

/** One handing-over of one report to one client. */
export const Delivery = z
  .object({
    id: z.string().min(8).max(64),
    reportId: z.string().min(1).max(64),
    clientId: ClientId,
    channel: DeliveryChannel,
    state: DeliveryState,
    madeAt: IsoTime,
    changedAt: IsoTime,
    /** SHA-256 of the file that goes, or went. */
    sha256: z.string().length(64),
    fileName: z.string(),
    /** Mail and draft. */
    to: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    messageId: z.string().nullable(),
    attempts: z.int().min(0),
    nextAt: IsoTime.nullable(),
    fault: z
      .object({ kind: DeliveryFault, detail: z.string().max(300) })
      .readonly()
      .nullable(),
    /** The recorded consent it rests on; null when the book itself says so, or none is needed. */
    consentId: z.string().nullable(),
    /** Wording pack by which report and message were found clean. */
    wording: z.string(),
    link: z
      .object({
        expiresAt: IsoTime,
        accessCode: z.string(),
        url: z.string().nullable(),
        pages: z.int().nullable(),
        /** A withdrawal that head office has not confirmed yet. */
        withdrawing: z.boolean(),
      })
      .readonly()
      .nullable(),
    /** The earlier delivery that this one repeats. */
    again: z.string().nullable(),
  })
  .readonly()
export type Delivery = z.infer<typeof Delivery>

/** States in which a delivery of the same report to the same client stands in the way of another one. */
export const OPEN_STATES: readonly DeliveryState[] = ['queued', 'sending', 'unknown']
