import { forgetSigningKey, keepSigningKey, signingIdentity } from '../services/reports/signing-settings.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const signingApi = (os: Implementer['signing'], { session, reports, clock }: ApiDeps) => {
  const store = () => session.opened().workspace.store
  return {
    get: os.get.handler(() => ({ identity: signingIdentity(store()) })),
    set: os.set.handler(async ({ input }) => ({
      identity: await keepSigningKey(store(), reports.signer, input, clock.now()),
    })),
    forget: os.forget.handler(() => {
      forgetSigningKey(store())
      return { identity: null }
    }),
  }
}
