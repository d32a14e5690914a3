import { z } from 'zod'
import { IsoTime } from './units.ts'

const LARGEST_FILE = 90_000

/** The firm's certificate with its private key: a PKCS#12 file as base64, and what opens it. */
export const SigningKey = z
  .object({
    p12: z.base64().min(1).max(LARGEST_FILE),
    passcode: z.string().max(200),
  })
  .readonly()
export type SigningKey = z.infer<typeof SigningKey>

/** What a certificate says of whom it stands for. */
export const SigningIdentity = z
  .object({
    subject: z.string(),
    issuer: z.string(),
    serial: z.string(),
    validFrom: IsoTime,
    validUntil: IsoTime,
  })
  .readonly()
export type SigningIdentity = z.infer<typeof SigningIdentity>

/** As it lies in the encrypted book. */
export const KeptSigningKey = z.object({ key: SigningKey, identity: SigningIdentity }).readonly()
export type KeptSigningKey = z.infer<typeof KeptSigningKey>
