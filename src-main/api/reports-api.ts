import { AppError } from '../model/app-error.ts'
import { makeReport } from '../services/reports/make-report.ts'
import { reportRow } from '../services/reports/report-row.ts'
import type { Implementer } from './context.ts'
import { desktopOf, type ApiDeps } from './deps.ts'

const LISTED = 5000

const pdfOf = ({ session }: ApiDeps, id: string): Uint8Array => {
  const pdf = session.opened().workspace.store.read(tx => tx.reports.pdf(id))
  if (pdf === null)
    throw new AppError('notFound', 'the file of this report is not here', { where: id, hint: 'make the report again' })
  return pdf
}

export const reportsApi = (os: Implementer['reports'], deps: ApiDeps) => ({
  make: os.make.handler(({ input, signal }) =>
    makeReport(deps.session.opened().workspace, deps.reports, input, signal),
  ),
  list: os.list.handler(() =>
    deps.session
      .opened()
      .workspace.store.read(tx => tx.reports.all(LISTED))
      .flatMap(record => reportRow(record) ?? []),
  ),
  open: os.open.handler(async ({ input }) => {
    await desktopOf(deps).showPdf(input.id, pdfOf(deps, input.id))
    return {}
  }),
  saveAs: os.saveAs.handler(async ({ input }) => {
    const pdf = pdfOf(deps, input.id)
    return { path: await desktopOf(deps).savePdf(`${input.id}.pdf`, pdf) }
  }),
})
