import type { SigningIdentity, SigningKey } from '../../model/signing-key.ts'

/** Signs finished files so that any PDF reader tells who made them and that nothing was changed since. */
export interface PdfSigner {
  /** Opens the file with its passcode; an AppError says what is wrong with either. */
  identify(key: SigningKey): Promise<SigningIdentity>
}
