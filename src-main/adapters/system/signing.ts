import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { Signing } from '../../services/ports/signing.ts'

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64')

export const ed25519: Signing = {
  generate: () => {
    const pair = generateKeyPairSync('ed25519')
    return {
      publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    }
  },
  sign: (privateKey, bytes) =>
    sign(null, bytes, createPrivateKey({ key: bytesOf(privateKey), format: 'der', type: 'pkcs8' })).toString('base64'),
  verify: (publicKey, bytes, signature) => {
    try {
      const key = createPublicKey({ key: bytesOf(publicKey), format: 'der', type: 'spki' })
      return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, bytesOf(signature))
    } catch {
      return false
    }
  },
  fingerprint: publicKey =>
    (createHash('sha256').update(bytesOf(publicKey)).digest('hex').slice(0, 32).match(/.{4}/g) ?? []).join(' '),
}
