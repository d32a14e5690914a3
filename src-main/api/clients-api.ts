import { AppError } from '../model/app-error.ts'
import type { ClientExport, ClientRow } from '../contract/clients.ts'
import { waitingResults } from '../services/assessments/waiting-results.ts'
import { ExportLine } from '../model/export-line.ts'
import { clientRows } from '../services/clients/client-rows.ts'
import { clientView } from '../services/clients/client-view.ts'
import { clientTable } from '../services/clients/export-clients.ts'
import { doBulkWork, undoBulkWork } from '../services/clients/bulk-work.ts'
import { keepViews, savedViews } from '../services/clients/saved-views.ts'
import { addContact, undoContact } from '../services/clients/contact-notes.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'
import { saveTable } from './save-table.ts'

export const unknownClient = (id: string): AppError =>
  new AppError('notFound', 'there is no such client in this book', {
    where: id,
    hint: 'it may have moved to another advisor',
  })

/** Lines of one message: some ten milliseconds of a window. */
const PIECE = 2000

async function* inPieces(rows: readonly ClientRow[], breathe: () => Promise<void>): AsyncGenerator<ClientRow[]> {
  for (let at = 0; at < rows.length; at += PIECE) {
    yield rows.slice(at, at + PIECE)
    await breathe()
  }
}

const listOf = ({ session, romanise }: ApiDeps): ClientRow[] => {
  const { workspace } = session.opened()
  const { tags, waiting } = workspace.store.read(tx => ({
    tags: Map.groupBy(tx.tags.all(), tag => tag.clientId as string),
    waiting: waitingResults(tx),
  }))
  const names = new Map(Array.from(tags, ([id, rows]) => [id, rows.map(row => row.name)]))
  return clientRows(workspace.book(), { tags: names, waiting }, romanise)
}

const exportClients = (deps: ApiDeps, request: ClientExport) =>
  saveTable(deps, request.format, clientTable(listOf(deps), request), {
    what: 'clients',
    masked: request.masked,
    columns: request.columns.map(column => column.field),
  })

export const clientsApi = (os: Implementer['clients'], deps: ApiDeps) => {
  const { session, clock, chance } = deps
  return {
    list: os.list.handler(() => inPieces(listOf(deps), deps.breathe)),
    export: os.export.handler(({ input }) => exportClients(deps, input)),
    exports: os.exports.handler(({ input }) =>
      session.opened().workspace.store.read(tx => ({
        total: tx.exports.count(),
        lines: tx.exports
          .all(input.limit)
          .flatMap(({ at, body }) => ExportLine.safeParse({ ...(body as object), at }).data ?? []),
      })),
    ),
    view: os.view.handler(({ input }) => {
      const { workspace } = session.opened()
      const book = workspace.book()
      const view = workspace.store.read(tx => clientView(tx, book, workspace.rules, input.id, workspace.today()))
      if (view === null) throw unknownClient(input.id)
      return view
    }),
    trades: os.trades.handler(({ input }) => {
      const { workspace } = session.opened()
      const { products } = workspace.book()
      return workspace.store
        .read(tx => tx.trades.ofClient(input.id))
        .toSorted((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id))
        .slice(input.offset, input.offset + input.limit)
        .map(trade => ({ ...trade, name: products.get(trade.code ?? '')?.name ?? null }))
    }),
    diagnosis: os.diagnosis.handler(({ input }) => session.opened().workspace.accountReport(input.id)),
    addContact: os.addContact.handler(({ input }) =>
      addContact(session.opened().workspace.store, input, { at: clock.now(), id: chance.id() }),
    ),
    bulk: os.bulk.handler(({ input }) =>
      doBulkWork(session.opened().workspace.store, input, { at: clock.now(), id: chance.id() }),
    ),
    undoBulk: os.undoBulk.handler(({ input }) => {
      undoBulkWork(session.opened().workspace.store, input.bulkId, input.count)
      return {}
    }),
    views: os.views.handler(() => session.opened().workspace.store.read(savedViews)),
    keepViews: os.keepViews.handler(({ input }) => keepViews(session.opened().workspace.store, input.views)),
    undoContact: os.undoContact.handler(({ input }) => {
      undoContact(session.opened().workspace.store, input.contactId)
      return {}
    }),
  }
}
