import { AppError } from '../model/app-error.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const reportsApi = (os: Implementer['reports'], _deps: ApiDeps) => ({
  make: os.make.handler(async function* () {
    yield { kind: 'running' as const, step: 'figures' as const, page: 0, pages: 0 }
    throw new AppError('printerFault', 'no printer is wired yet')
  }),
  list: os.list.handler(() => []),
  open: os.open.handler(() => ({})),
  saveAs: os.saveAs.handler(() => ({ path: null })),
})
