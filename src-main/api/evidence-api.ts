import { exportEvidence } from '../services/evidence/evidence-files.ts'
import { evidenceIdentity } from '../services/evidence/evidence-identity.ts'
import { verifyPackage } from '../services/evidence/verify-package.ts'
import type { Implementer } from './context.ts'
import { desktopOf, type ApiDeps } from './deps.ts'

export const evidenceApi = (os: Implementer['evidence'], deps: ApiDeps) => {
  const { session, evidence } = deps
  const workspace = () => session.opened().workspace
  return {
    identity: os.identity.handler(() => evidenceIdentity(workspace(), evidence)),
    exportClient: os.exportClient.handler(async ({ input }) => {
      const desktop = desktopOf(deps)
      const { name, bytes, records } = await exportEvidence(workspace(), evidence, input.clientId, input.locale)
      return { path: await desktop.saveFile(name, 'zip', bytes), records }
    }),
    verifyPackage: os.verifyPackage.handler(async () => {
      const [path] = await desktopOf(deps).chooseFiles('', ['zip'])
      return path === undefined ? null : verifyPackage(path, evidence)
    }),
  }
}
