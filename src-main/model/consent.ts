import { z } from 'zod'
import { ClientId } from './ids.ts'
import { IsoDate, IsoTime } from './units.ts'

/** Ways for which a client's consent is asked. */
export const ConsentWay = z.enum(['email', 'share', 'wecom'])
export type ConsentWay = z.infer<typeof ConsentWay>

/** What a client agreed to or took back, when, and what proves it. */
export const Consent = z
  .object({
    id: z.string().min(1).max(64),
    clientId: ClientId,
    way: ConsentWay,
    given: z.boolean(),
    /** Day on which the client said so, and instant of the record. */
    on: IsoDate,
    at: IsoTime,
    how: z.enum(['signed', 'recorded', 'message', 'counter']),
    /** Number of the form, of the recording, or where the message is. */
    reference: z.string().trim().min(1).max(200),
  })
  .readonly()
export type Consent = z.infer<typeof Consent>

/** The fields of a client that a consent changes; head office keeps none for the other ways. */
export const consentFields = ({
  way,
  given,
}: Consent): { readonly consentEmail?: boolean; readonly consentShare?: boolean } => {
  if (way === 'email') return { consentEmail: given }
  return way === 'share' ? { consentShare: given } : {}
}
