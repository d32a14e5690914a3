/** Ed25519; keys as DER in base64 (SubjectPublicKeyInfo and PKCS 8), signatures in base64. */
export interface Signing {
  generate(): { readonly publicKey: string; readonly privateKey: string }
  sign(privateKey: string, bytes: Uint8Array): string
  /** False for a wrong signature and for a key that is none. */
  verify(publicKey: string, bytes: Uint8Array, signature: string): boolean
  /** SHA-256 of the key's bytes in groups of four hex digits, for people to compare. */
  fingerprint(publicKey: string): string
}
