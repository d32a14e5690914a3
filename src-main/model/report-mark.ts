import type { Edition } from './wording-pack.ts'

/** What a finished file says of itself, whatever any record says of it. */
export interface ReportMark {
  readonly reportId: string
  readonly edition: Edition
}

const HEAD = '%advisor-report '
const END = 'startxref'
const NEWLINE = 10

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, letter => letter.charCodeAt(0))

const standsAt = (bytes: Uint8Array, at: number, wanted: Uint8Array): boolean =>
  wanted.every((byte, i) => bytes[at + i] === byte)

const lastIndexOf = (bytes: Uint8Array, wanted: Uint8Array): number => {
  for (let at = bytes.length - wanted.length; at >= 0; at--) if (standsAt(bytes, at, wanted)) return at
  return -1
}

/**
 * Writes edition and report id into a PDF as a comment before its last `startxref`: no offset moves, every reader skips
 * it, and it stays legible where the file is locked by a password. Throws RangeError for bytes that are no PDF.
 */
export const markPdf = (pdf: Uint8Array, mark: ReportMark): Uint8Array<ArrayBuffer> => {
  const at = lastIndexOf(pdf, bytesOf(END))
  if (at < 0) throw new RangeError('the file has no startxref')
  const line = bytesOf(`${HEAD}${mark.edition} ${mark.reportId}\n`)
  const out = new Uint8Array(pdf.length + line.length)
  out.set(pdf.subarray(0, at))
  out.set(line, at)
  out.set(pdf.subarray(at), at + line.length)
  return out
}

/** The mark of a file; null when it has none, or several that differ. */
export const pdfMark = (pdf: Uint8Array): ReportMark | null => {
  const head = bytesOf(HEAD)
  const found = new Set<string>()
  for (let at = pdf.indexOf(head[0] ?? 0); at >= 0; at = pdf.indexOf(head[0] ?? 0, at + 1)) {
    if (!standsAt(pdf, at, head)) continue
    const end = pdf.indexOf(NEWLINE, at)
    found.add(String.fromCharCode(...pdf.subarray(at + head.length, end < 0 ? pdf.length : Math.min(end, at + 120))))
  }
  const [only, ...more] = found
  const parts = /^(client|internal) ([\w-]{1,64})$/.exec(only ?? '')
  const [, edition, reportId] = parts ?? []
  if (more.length > 0 || reportId === undefined || (edition !== 'client' && edition !== 'internal')) return null
  return { edition, reportId }
}
