import { fundRows } from '../services/funds/fund-rows.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const fundsApi = (os: Implementer['funds'], { session, romanise }: ApiDeps) => ({
  list: os.list.handler(() => fundRows(session.opened().workspace, romanise)),
  diagnosis: os.diagnosis.handler(({ input }) => session.opened().workspace.fundReport(input.code, input.asOf)),
})
