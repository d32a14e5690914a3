import { markPdf, type ReportMark } from '../../model/report-mark.ts'
import { compactPdf } from './compact-pdf.ts'
import type { SigningJob } from '../../services/ports/pdf-printer.ts'
import { signPdf, withSignatureField } from './sign-pdf.ts'

type Facts = ReportMark & { readonly date: string; readonly password?: string; readonly signature?: SigningJob }

const HEAD = 4096
const INFO =
  /\/Creator \((?:\\.|[^\\)])*\)\s*\/Producer \((?:\\.|[^\\)])*\)\s*\/CreationDate \([^)]*\)\s*\/ModDate \([^)]*\)\s*>>/
const PRODUCER = 'Advisor Workstation'

/**
 * The printer writes the clock and the name of the browser into the first object of the file. They are replaced in place,
 * padded to the same length, so that no offset moves and the same report gives the same bytes.
 * Null where the file does not begin as expected.
 */
const fixInPlace = (pdf: Uint8Array, date: string): Uint8Array | null => {
  const head = Buffer.from(pdf.subarray(0, HEAD)).toString('latin1')
  const found = INFO.exec(head)
  if (found === null) return null
  const at = `D:${date.replaceAll('-', '')}000000+00'00'`
  const short = `/CreationDate (${at})\n/ModDate (${at})>>`
  const full = `/Creator (${PRODUCER})\n/Producer (${PRODUCER})\n${short}`
  const text = full.length <= found[0].length ? full : short
  if (text.length > found[0].length) return null
  const out = Uint8Array.from(pdf)
  out.set(Buffer.from(text.slice(0, -2) + ' '.repeat(found[0].length - text.length) + '>>', 'latin1'), found.index)
  return out
}

const rewrite = async (pdf: Uint8Array, facts: Facts): Promise<Uint8Array> => {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const at = new Date(`${facts.date}T00:00:00.000Z`)
  document.setCreator(PRODUCER)
  document.setProducer(PRODUCER)
  document.setCreationDate(at)
  document.setModificationDate(at)
  if (facts.signature !== undefined && facts.password !== undefined)
    (await import('./signature-field.ts')).addSignatureField(document)
  if (facts.password !== undefined)
    document.encrypt({
      userPassword: facts.password,
      ownerPassword: facts.password,
      permissions: {
        printing: 'highResolution',
        copying: true,
        contentAccessibility: true,
        modifying: false,
        annotating: false,
      },
    })
  return document.save({ useObjectStreams: true })
}

const finished = async (pdf: Uint8Array, facts: Facts): Promise<Uint8Array> => {
  const fixed = fixInPlace(pdf, facts.date)
  return fixed !== null && facts.password === undefined ? compactPdf(fixed) : rewrite(fixed ?? pdf, facts)
}

/**
 * Fixed dates and producer, marked; the same report gives the same bytes. A signature is appended to them and names its
 * instant; a password encrypts all of it anew (with a random salt). Signed and locked: the field is written before the
 * file is encrypted, and the signature covers the encrypted file.
 */
export const finishPdf = async (pdf: Uint8Array, facts: Facts): Promise<Uint8Array> => {
  const marked = markPdf(await finished(pdf, facts), facts)
  if (facts.signature === undefined) return marked
  return signPdf(facts.password === undefined ? await withSignatureField(marked) : marked, facts.signature)
}
