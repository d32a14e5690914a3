import type { KeyStore } from '../ports/vault-ports.ts'

const refuse = (): Promise<never> => Promise.reject(new Error('no keystore here'))

/** The command line has no keystore; the book is opened with the passcode. */
export const noKeyStore: KeyStore = { isReal: () => Promise.resolve(false), wrap: refuse, unwrap: refuse }
