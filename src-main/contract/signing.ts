import { z } from 'zod'
import { SigningIdentity, SigningKey } from '../model/signing-key.ts'
import { base, none } from './base.ts'

/** The certificate that signs the files; the key and its passcode never leave the engine. */
const SigningView = z.object({ identity: SigningIdentity.nullable() }).readonly()

export const signing = {
  get: base.input(none).output(SigningView),
  set: base.input(SigningKey).output(SigningView),
  forget: base.input(none).output(SigningView),
}
