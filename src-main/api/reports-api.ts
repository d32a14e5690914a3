import type { PaperWish } from '../contract/printing.ts'
import { AppError } from '../model/app-error.ts'
import type { Desktop } from '../services/ports/host.ts'
import { makeReport } from '../services/reports/make-report.ts'
import { reportRow } from '../services/reports/report-row.ts'
import { readSettings } from '../services/settings/settings.ts'
import type { Implementer } from './context.ts'
import { desktopOf, type ApiDeps } from './deps.ts'

const LISTED = 5000

const pdfOf = ({ session }: ApiDeps, id: string): Uint8Array => {
  const pdf = session.opened().workspace.store.read(tx => tx.reports.pdf(id))
  if (pdf === null)
    throw new AppError('notFound', 'the file of this report is not here', { where: id, hint: 'make the report again' })
  return pdf
}

const printing = ({ session, reports }: ApiDeps) =>
  reports.printer(readSettings(session.opened().workspace.store).printing)

/** The kept pages with their fonts; what an older program made has none. */
const pageOf = async (deps: ApiDeps, id: string): Promise<string | null> => {
  const page = deps.session.opened().workspace.store.read(tx => tx.reports.page(id))
  return page === null ? null : printing(deps).embed(page)
}

const putOnPaper = async (desktop: Desktop, id: string, page: string, wish: PaperWish): Promise<boolean> => {
  try {
    return await desktop.printOnPaper(page, wish)
  } catch (error) {
    throw new AppError('printerFault', 'the printer did not take the report', {
      where: id,
      hint: 'look after the printer, or choose another one',
      cause: error,
    })
  }
}

async function* onPaper(deps: ApiDeps, ids: readonly string[], wish: PaperWish, signal: AbortSignal | undefined) {
  const desktop = desktopOf(deps)
  let printed = 0
  yield { printed, of: ids.length }
  for (const id of ids) {
    if (signal?.aborted === true) return
    const page = await pageOf(deps, id)
    if (page === null)
      throw new AppError('notFound', 'the pages of this report are not here', {
        where: id,
        hint: 'make the report again, or open it and print from there',
      })
    if (!(await putOnPaper(desktop, id, page, wish))) return
    printed += 1
    yield { printed, of: ids.length }
  }
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
  printedBy: os.printedBy.handler(() => {
    const printer = printing(deps)
    return { kind: printer.kind, where: printer.where, fault: printer.fault() }
  }),
  preview: os.preview.handler(async ({ input }) => ({ html: await pageOf(deps, input.id) })),
  paperPrinters: os.paperPrinters.handler(async () => [...(await desktopOf(deps).printers())]),
  printOnPaper: os.printOnPaper.handler(({ input, signal }) => onPaper(deps, input.ids, input.wish, signal)),
  open: os.open.handler(async ({ input }) => {
    await desktopOf(deps).showPdf(input.id, pdfOf(deps, input.id))
    return {}
  }),
  saveAs: os.saveAs.handler(async ({ input }) => {
    const pdf = pdfOf(deps, input.id)
    return { path: await desktopOf(deps).savePdf(`${input.id}.pdf`, pdf) }
  }),
})
