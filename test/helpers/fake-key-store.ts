import { sealing } from '../../src-main/adapters/system/sealing.ts'
import type { KeyStore } from '../../src-main/services/ports/vault-ports.ts'

/** A keystore that lives as long as this object; another one stands for another machine or account. */
export const fakeKeyStore = (): KeyStore => {
  const secret = sealing.randomBytes(32)
  return {
    isReal: () => Promise.resolve(true),
    wrap: plain => Promise.resolve(sealing.seal(secret, plain, 'keystore')),
    unwrap(wrapped) {
      const plain = sealing.open(secret, wrapped, 'keystore')
      return plain === null ? Promise.reject(new Error('not ours')) : Promise.resolve(plain)
    },
  }
}
