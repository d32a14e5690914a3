import { AppError } from '../model/app-error.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const fundsApi = (os: Implementer['funds'], _deps: ApiDeps) => ({
  list: os.list.handler(() => []),
  diagnosis: os.diagnosis.handler(() => {
    throw new AppError('internal', 'the diagnosis is not wired yet')
  }),
})
