import { AppError } from '../../model/app-error.ts'
import { ClientPdf, type ClientPdfProof } from '../../model/client-pdf.ts'
import { pdfMark } from '../../model/report-mark.ts'
import type { WordingPack } from '../../model/wording-pack.ts'
import type { ReadTx } from '../ports/store.ts'
import type { ReportRecord } from '../ports/work-tables.ts'
import { composedFindings } from '../wording/outgoing-findings.ts'

export interface ProofTools {
  readonly wording: WordingPack
  readonly sha256: (bytes: Uint8Array) => string
}

const described = (record: ReportRecord, field: string): string => {
  const body: unknown = record.body
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, field) : null
  return typeof value === 'string' ? value : ''
}

/** Record, description, statements and the file itself, read together; null when record or file is not there. */
export const proofOf = (tx: ReadTx, reportId: string, { wording, sha256 }: ProofTools): ClientPdfProof | null => {
  const record = tx.reports.byId(reportId)
  const bytes = tx.reports.pdf(reportId)
  const content = tx.contents.byId(reportId)
  if (record === null || bytes === null || content === null) return null
  return {
    reportId,
    // a review of segments speaks of many clients: it goes to none, whatever its record says
    editions: [record.edition, described(record, 'edition'), ...(record.kind === 'segment' ? ['internal'] : [])],
    mark: pdfMark(bytes),
    sha256: { recorded: described(record, 'sha256'), actual: sha256(bytes) },
    bytes,
    // by the pack of today: a report that was clean when it was made may not be so any more
    openFindings: composedFindings(content.statements, wording).length,
  }
}

const hints = {
  internalEdition: 'make the client edition and send that one',
  unmarked: 'make the report again',
  changed: 'make the report again',
  findings: 'make the report again with the present wording rules',
} as const

/** The file of a report as something that may leave the house; an AppError names what speaks against it. */
export const clientPdfOf = (tx: ReadTx, reportId: string, tools: ProofTools): ClientPdf => {
  const proof = proofOf(tx, reportId, tools)
  if (proof === null)
    throw new AppError('notFound', 'the file of this report is not here', {
      where: reportId,
      hint: 'make the report again',
    })
  const made = ClientPdf.from(proof)
  if (made instanceof ClientPdf) return made
  throw new AppError('reportRefused', `this report is not handed over: ${made}`, {
    where: reportId,
    hint: hints[made],
  })
}
