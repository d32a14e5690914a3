import type { SigningJob } from '../../services/ports/pdf-printer.ts'
import { openSigningKey, type OpenedKey } from './signing-certificate.ts'

/** A file with an empty signature field appended: what was there stays as it was, byte for byte. */
export const withSignatureField = async (pdf: Uint8Array): Promise<Uint8Array> => {
  const { PDFDocument, ParseSpeeds } = await import('@cantoo/pdf-lib')
  const { addSignatureField } = await import('./signature-field.ts')
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    forIncrementalUpdate: true,
    parseSpeed: ParseSpeeds.Fastest,
  })
  addSignatureField(document)
  return document.commit({ objectsPerTick: Number.POSITIVE_INFINITY })
}

/** PKCS#7, detached: SHA-256 with RSA, and the instant among what is signed (RFC 5652 5.3, 11). */
const detached = async (content: Buffer, { key, own, chain }: OpenedKey, at: Date): Promise<Buffer> => {
  const { default: forge } = await import('node-forge')
  const { oids } = forge.pki
  const message = forge.pkcs7.createSignedData()
  message.content = forge.util.createBuffer(content.toString('latin1'))
  for (const certificate of [own, ...chain]) message.addCertificate(certificate)
  message.addSigner({
    key,
    certificate: own,
    digestAlgorithm: oids['sha256'] ?? '',
    authenticatedAttributes: [
      { type: oids['contentType'] ?? '', value: oids['data'] ?? '' },
      // the types say text; the library writes a date as what the standard asks for
      { type: oids['signingTime'] ?? '', value: at as unknown as string },
      { type: oids['messageDigest'] ?? '' },
    ],
  })
  message.sign({ detached: true })
  return Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'latin1')
}

/** Fills the empty field with a signature over all the rest of the file. */
export const signPdf = async (pdf: Uint8Array, { key, at }: SigningJob): Promise<Uint8Array> => {
  const { SignPdf, Signer } = await import('@signpdf/signpdf')
  const opened = await openSigningKey(key)
  class FirmSigner extends Signer {
    override sign(content: Buffer): Promise<Buffer> {
      return detached(content, opened, new Date(at))
    }
  }
  return new SignPdf().sign(pdf, new FirmSigner())
}
