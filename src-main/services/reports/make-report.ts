import type { Edition, MakeProgress, ReportRow } from '../../contract/reports.ts'
import { checkWording } from '../../domain/wording/check-wording.ts'
import { renderAccountReport } from '../../domain/report/render-account-report.ts'
import { renderFundReport } from '../../domain/report/render-fund-report.ts'
import { AppError } from '../../model/app-error.ts'
import type { Locale } from '../../model/format/locale.ts'
import type { FinishedReport, ReportSetup } from '../../model/report/report-setup.ts'
import { IsoDate } from '../../model/units.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReportPrinter } from '../ports/pdf-printer.ts'
import { readConnection } from '../session/connection.ts'
import { readSettings } from '../settings/settings.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { nextReportId } from './report-id.ts'

export interface ReportTools {
  readonly printer: () => ReportPrinter
  /** Content of resources/print/report.css. */
  readonly css: string
  readonly clock: Clock
  readonly sha256: (bytes: Uint8Array) => string
}

export interface ReportRequest {
  readonly kind: 'account' | 'fund'
  readonly subject: string
  readonly edition: Edition
  readonly locale: Locale
}

interface Laid {
  readonly finished: FinishedReport
  readonly name: string
  readonly dataDate: string
}

const setupOf = (workspace: Workspace, request: ReportRequest, reportId: string, css: string): ReportSetup => {
  const { firm, branch, ...settings } = readSettings(workspace.store)
  const connection = readConnection(workspace.store)
  const { rules } = workspace
  const en = request.locale === 'en'
  return {
    edition: request.edition,
    locale: request.locale,
    css,
    firm,
    advisor: {
      name: connection?.advisor ?? (en ? '(not set)' : '（未设置）'),
      licence: connection?.licence ?? (en ? '(not set)' : '（未设置）'),
      branch: branch === '' ? null : branch,
    },
    reportId,
    date: IsoDate.parse(workspace.today()),
    redIsUp: settings.upColour === 'red',
    versions: [
      { name: en ? 'suitability rules' : '适当性规则', version: workspace.suitabilityVersion() },
      { name: en ? 'segment rules' : '客群规则', version: rules.segments.version },
      { name: en ? 'definitions' : '方法包', version: rules.account.definitions.version },
    ],
  }
}

const lay = (workspace: Workspace, request: ReportRequest, reportId: string, css: string): Laid => {
  const setup = setupOf(workspace, request, reportId, css)
  if (request.kind === 'fund') {
    const model = workspace.fundReport(request.subject, null)
    return { finished: renderFundReport(model, setup), name: model.profile.name, dataDate: model.asOf }
  }
  const model = workspace.accountReport(request.subject, reportId)
  const client = workspace.book().byId.get(request.subject)?.client
  const funds = new Map(
    model.holdings
      .filter(line => line.page && workspace.market().funds.has(line.code))
      .map(line => [line.code, workspace.fundReport(line.code, null)] as const),
  )
  return {
    finished: renderAccountReport(model, setup, funds),
    name: client?.name ?? request.subject,
    dataDate: model.asOf,
  }
}

/** From one snapshot to a kept PDF, telling each step. Nothing readable is written to the disk. */
export async function* makeReport(
  workspace: Workspace,
  tools: ReportTools,
  request: ReportRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<MakeProgress> {
  const begun = tools.clock.monotonic()
  const stopped = (): void => {
    if (signal?.aborted === true)
      throw new AppError('cancelled', 'the report was cancelled', { hint: 'start it again at any time' })
  }
  yield { kind: 'running', step: 'figures', page: 0, pages: 0 }
  const reportId = workspace.store.read(tx => nextReportId(request.kind, workspace.today(), tx.reports.all(LOOK_BACK)))
  const { finished, name, dataDate } = lay(workspace, request, reportId, tools.css)
  stopped()
  yield { kind: 'running', step: 'print', page: 0, pages: finished.pages }
  const findings =
    request.edition === 'client'
      ? finished.statements.flatMap(text => checkWording(text, request.edition, workspace.rules.wording))
      : []
  const printer = tools.printer()
  const pdf = await printer.print({
    html: finished.html,
    title: finished.title,
    language: finished.language,
    date: finished.date,
    reportId,
  })
  stopped()
  yield { kind: 'running', step: 'save', page: finished.pages, pages: finished.pages }
  const row: ReportRow = {
    id: reportId,
    kind: request.kind,
    subject: request.subject,
    subjectName: name,
    edition: request.edition,
    locale: request.locale,
    madeAt: tools.clock.now(),
    dataDate,
    pages: finished.pages,
    bytes: pdf.length,
    sha256: tools.sha256(pdf),
    seconds: (tools.clock.monotonic() - begun) / 1000,
    findings: findings.length,
    printer: printer.kind,
    path: null,
    state: 'made',
  }
  keep(workspace, row, pdf)
  yield { kind: 'done', report: row }
}

const LOOK_BACK = 5000

const keep = (workspace: Workspace, row: ReportRow, pdf: Uint8Array): void =>
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
    tx.reports.putPdf(row.id, pdf)
  })
