import { PDFArray, PDFHexString, PDFName, type PDFDocument } from '@cantoo/pdf-lib'

/** Room for the signature with a chain of certificates, in bytes. */
const ROOM = 16_384

/** Print, and locked: ISO 32000-1 12.5.3. */
const FLAGS = 132

/**
 * An invisible signature on the first page, still empty (ISO 32000-1 12.7.4.5). Its dictionary holds no text but the
 * signature itself, so that it stands unchanged in a file that is locked by a password.
 */
export const addSignatureField = (document: PDFDocument): void => {
  const { context, catalog } = document
  const page = document.getPage(0)
  const later = PDFName.of('*'.repeat(10))
  const value = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'adbe.pkcs7.detached',
      ByteRange: [0, later, later, later],
      Contents: PDFHexString.of('0'.repeat(ROOM * 2)),
    }),
  )
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      F: FLAGS,
      T: PDFHexString.fromText('Signature'),
      V: value,
      P: page.ref,
    }),
  )
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.clone(context) ?? context.obj([])
  annotations.push(field)
  page.node.set(PDFName.of('Annots'), annotations)
  catalog.set(PDFName.of('AcroForm'), context.register(context.obj({ SigFlags: 3, Fields: [field] })))
}
