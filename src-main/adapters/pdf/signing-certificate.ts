import type { pkcs12, pki } from 'node-forge'
import { AppError } from '../../model/app-error.ts'
import { SigningIdentity, type SigningKey } from '../../model/signing-key.ts'
import { IsoTime } from '../../model/units.ts'

/** Private key, its certificate, and the certificates above that the file carries. */
export interface OpenedKey {
  readonly key: pki.rsa.PrivateKey
  readonly own: pki.Certificate
  readonly chain: readonly pki.Certificate[]
}

type Forge = typeof import('node-forge')

const refused = (message: string, hint: string): AppError =>
  new AppError('signatureFault', message, { where: 'p12', hint })

const opened = (forge: Forge, { p12, passcode }: SigningKey): pkcs12.Pkcs12Pfx => {
  try {
    const der = forge.util.createBuffer(Buffer.from(p12, 'base64').toString('latin1'))
    return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(der), false, passcode)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (/password/i.test(said))
      throw new AppError('wrongPasscode', 'the passcode does not open this certificate file', {
        where: 'passcode',
        hint: 'type the passcode of the .p12 file',
        cause: error,
      })
    // its check was right, and yet its key is another: the library derives keys from Latin letters only
    if (/decrypt/i.test(said) && /[^\u0020-\u007e]/.test(passcode))
      throw refused(
        'a passcode with other than Latin letters',
        'export the certificate with a passcode of Latin letters',
      )
    throw new AppError('fileUnreadable', 'this file holds no certificate that can be read', {
      where: 'p12',
      hint: 'choose a .p12 or .pfx file',
      cause: error,
    })
  }
}

/** The library reads names as bytes and writes them as text: without this a Chinese name would change the certificate. */
const withText = (forge: Forge, cert: pki.Certificate): pki.Certificate => {
  for (const { attributes } of [cert.subject, cert.issuer])
    for (const attribute of attributes)
      if (typeof attribute.value === 'string' && Number(attribute.valueTagClass) === Number(forge.asn1.Type.UTF8))
        attribute.value = forge.util.decodeUtf8(attribute.value)
  return cert
}

/** Opens a PKCS#12 file; an AppError says what is wrong with it. RSA only: the library knows no other keys. */
export const openSigningKey = async (kept: SigningKey): Promise<OpenedKey> => {
  const { default: forge } = await import('node-forge')
  const file = opened(forge, kept)
  const { pkcs8ShroudedKeyBag, keyBag, certBag } = forge.pki.oids
  const of = (bagType = ''): readonly pkcs12.Bag[] => file.getBags({ bagType })[bagType] ?? []
  const key = [...of(pkcs8ShroudedKeyBag), ...of(keyBag)].flatMap(bag => bag.key ?? [])[0]
  if (key === undefined || !('n' in key))
    throw refused('the file holds no RSA key', 'choose a .p12 or .pfx file with an RSA key')
  const certificates = of(certBag).flatMap(bag => (bag.cert === undefined ? [] : [withText(forge, bag.cert)]))
  const own = certificates.find(cert => 'n' in cert.publicKey && cert.publicKey.n.equals(key.n))
  if (own === undefined)
    throw refused('the file holds a key without its certificate', 'export key and certificate together')
  return { key, own, chain: certificates.filter(cert => cert !== own) }
}

const nameOf = (attributes: readonly pki.CertificateField[]): string => {
  const parts = ['CN', 'O'].map(short => attributes.find(a => a.shortName === short)?.value)
  return [...new Set(parts.filter(part => typeof part === 'string' && part !== ''))].join(', ')
}

export const identifyKey = async (kept: SigningKey): Promise<SigningIdentity> => {
  const { own } = await openSigningKey(kept)
  return SigningIdentity.parse({
    subject: nameOf(own.subject.attributes),
    issuer: nameOf(own.issuer.attributes),
    serial: own.serialNumber,
    validFrom: IsoTime.parse(own.validity.notBefore.toISOString()),
    validUntil: IsoTime.parse(own.validity.notAfter.toISOString()),
  })
}
