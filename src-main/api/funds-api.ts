import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const fundsApi = (os: Implementer['funds'], _deps: ApiDeps) => ({
  list: os.list.handler(() => []),
})
