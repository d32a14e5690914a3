import type { Implementer } from './context.ts'
import { desktopOf, type ApiDeps } from './deps.ts'

const endings = ['csv', 'txt', 'tsv', 'xls', 'xlsx', 'zip']

export const importsApi = (os: Implementer['imports'], deps: ApiDeps) => {
  const { imports, session } = deps
  return {
    choose: os.choose.handler(async () => {
      session.opened()
      const paths = await desktopOf(deps).chooseFiles('chooseTables', endings)
      return { source: paths.length === 0 ? null : imports.open(paths) }
    }),
    preview: os.preview.handler(({ input }) => imports.preview(session.opened().workspace, input)),
    apply: os.apply.handler(({ input }) => imports.apply(session.opened().workspace, input)),
    cancel: os.cancel.handler(() => {
      imports.cancel()
      return {}
    }),
    list: os.list.handler(() => imports.list(session.opened().workspace)),
    undo: os.undo.handler(({ input }) => imports.undo(session.opened().workspace, input.id)),
  }
}
