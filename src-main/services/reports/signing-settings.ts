import { AppError } from '../../model/app-error.ts'
import { KeptSigningKey, type SigningIdentity, type SigningKey } from '../../model/signing-key.ts'
import type { PdfSigner } from '../ports/pdf-signer.ts'
import type { SigningJob } from '../ports/pdf-printer.ts'
import type { ReadTx, Store } from '../ports/store.ts'

const KEY = 'signingKey'

/** Key and passcode lie in the encrypted book and go to the printer only. */
const readKept = (tx: Pick<ReadTx, 'settings'>): KeptSigningKey | null => {
  const kept = KeptSigningKey.safeParse(tx.settings.get(KEY))
  return kept.success ? kept.data : null
}

export const signingIdentity = (store: Store): SigningIdentity | null => store.read(readKept)?.identity ?? null

/** Opens the file with its passcode before it is kept; what cannot sign today is not taken. */
export const keepSigningKey = async (
  store: Store,
  signer: PdfSigner,
  key: SigningKey,
  now: string,
): Promise<SigningIdentity> => {
  const identity = await signer.identify(key)
  assertValid(identity, now)
  store.write(tx => tx.settings.set(KEY, { key, identity } satisfies KeptSigningKey))
  return identity
}

export const forgetSigningKey = (store: Store): void => store.write(tx => tx.settings.unset(KEY))

/** A reader would show the signature of an expired certificate as broken: better no report than such a one. */
const assertValid = ({ validFrom, validUntil }: SigningIdentity, at: string): void => {
  if (at >= validFrom && at <= validUntil) return
  const days = [validFrom, validUntil].map(each => each.slice(0, 10)).join(' – ')
  throw new AppError('signatureFault', `the signing certificate is valid ${days} only`, {
    where: days,
    hint: 'choose a valid certificate in Settings, or remove it there to make reports without a signature',
  })
}

/** The firm's signature for a report made now; null where the settings hold no certificate. */
export const signingJob = (store: Store, at: string): { readonly job: SigningJob; readonly by: string } | null => {
  const kept = store.read(readKept)
  if (kept === null) return null
  assertValid(kept.identity, at)
  return { job: { key: kept.key, at }, by: kept.identity.subject }
}
