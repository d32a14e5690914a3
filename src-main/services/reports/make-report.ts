import type { MakeProgress, ReportRow } from '../../contract/reports.ts'
import type { PrintingChoice } from '../../contract/settings.ts'
import { AppError } from '../../model/app-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { HashText } from '../ports/hash-text.ts'
import type { PrintedFile, PrintJob, ReportPrinter } from '../ports/pdf-printer.ts'
import type { PdfSigner } from '../ports/pdf-signer.ts'
import type { WriteTx } from '../ports/store.ts'
import { readSettings } from '../settings/settings.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { recordEntry } from '../sync/record-entry.ts'
import { layReport } from './lay-report.ts'
import { reportContent } from './report-content.ts'
import { nextReportId } from './report-ids.ts'
import { prepareReply, type ReplyTools } from './reply-invite.ts'
import type { ReportRequest } from './report-request.ts'
import { composedFindings } from '../wording/outgoing-findings.ts'
import { freezeReport, reportVerdicts } from './report-verdicts.ts'
import { signingJob } from './signing-settings.ts'

export interface ReportTools extends ReplyTools {
  /** The way of printing that the settings choose. */
  readonly printer: (choice: PrintingChoice) => ReportPrinter
  readonly signer: PdfSigner
  /** Content of resources/print/report.css. */
  readonly css: string
  readonly clock: Clock
  readonly hash: HashText
  readonly sha256: (bytes: Uint8Array) => string
}

/** What is written in the same transaction as the report. */
export type KeepToo = (tx: WriteTx, row: ReportRow) => void

const printed = async (printer: ReportPrinter, job: PrintJob): Promise<PrintedFile> => {
  try {
    return await printer.print(job)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('printerFault', 'the report could not be printed', {
      where: printer.where,
      hint: 'try again; choose another browser in Settings if it stays',
      cause: error,
    })
  }
}

/** From one snapshot to a kept PDF, telling each step. Nothing readable is written to the disk. */
export async function* makeReport(
  workspace: Workspace,
  tools: ReportTools,
  request: ReportRequest,
  signal: AbortSignal | undefined,
  keepToo: KeepToo = () => undefined,
): AsyncGenerator<MakeProgress> {
  const begun = tools.clock.monotonic()
  const stopped = (): void => {
    if (signal?.aborted === true)
      throw new AppError('cancelled', 'the report was cancelled', { hint: 'start it again at any time' })
  }
  yield { kind: 'running', step: 'figures', page: 0, pages: 0 }
  const reportId = nextReportId(workspace.store, request.kind, workspace.today())
  // a certificate that cannot sign is told before anything is computed
  const signature = signingJob(workspace.store, tools.clock.now())
  const verdicts = request.kind === 'account' ? reportVerdicts(workspace, request.subject) : null
  const reply = prepareReply(workspace, request, reportId, tools.clock.now(), tools)
  const { finished, name, dataDate, digest } = layReport(workspace, request, reportId, {
    css: tools.css,
    reply: reply?.invite ?? null,
  })
  stopped()
  yield { kind: 'running', step: 'print', page: 0, pages: finished.pages }
  // a segment review names the firm's own work and stays inside
  const edition = request.kind === 'segment' ? 'internal' : request.edition
  const printer = tools.printer(readSettings(workspace.store).printing)
  const page = request.preview === true ? await printer.embed(finished.html) : null
  // the printer is another process: what can be done meanwhile is done meanwhile
  const printing = printed(printer, {
    html: finished.html,
    title: finished.title,
    language: finished.language,
    date: finished.date,
    reportId,
    edition,
    ...(request.password == null ? {} : { password: request.password }),
    ...(signature === null ? {} : { signature: signature.job }),
  })
  // heard below; not when somebody stops listening before that
  printing.catch(() => undefined)
  if (page !== null) yield { kind: 'preview', html: page }
  const findings = edition === 'client' ? composedFindings(finished.statements, workspace.rules.wording) : []
  const content = reportContent(workspace, finished.statements, digest)
  const { pdf, by, instead } = await printing
  stopped()
  yield { kind: 'running', step: 'save', page: finished.pages, pages: finished.pages }
  const row: ReportRow = {
    id: reportId,
    kind: request.kind,
    subject: request.subject,
    subjectName: name,
    edition,
    locale: request.locale,
    madeAt: tools.clock.now(),
    dataDate,
    pages: finished.pages,
    bytes: pdf.length,
    sha256: tools.sha256(pdf),
    seconds: (tools.clock.monotonic() - begun) / 1000,
    findings: findings.length,
    printer: by,
    instead,
    signedBy: signature?.by ?? null,
    path: null,
    state: 'made',
  }
  keep(workspace, row, pdf, finished.html, (tx, kept) => {
    tx.contents.put(kept.id, content)
    if (reply !== null) recordEntry(tx, reply.entry)
    if (verdicts !== null) freezeReport(tx, verdicts, kept.id, { at: kept.madeAt, id: tools.newId, hash: tools.hash })
    keepToo(tx, kept)
  })
  yield { kind: 'done', report: row }
}

const keep = (workspace: Workspace, row: ReportRow, pdf: Uint8Array, page: string, keepToo: KeepToo): void =>
  workspace.store.write(tx => {
    tx.reports.put({
      id: row.id,
      clientId: row.kind === 'account' ? row.subject : null,
      fundCode: row.kind === 'fund' ? row.subject : null,
      kind: row.kind,
      edition: row.edition,
      madeAt: row.madeAt,
      file: null,
      state: row.state,
      body: row,
    })
    tx.reports.putPdf(row.id, pdf, page)
    keepToo(tx, row)
  })
