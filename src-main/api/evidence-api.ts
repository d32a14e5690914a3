import { exportEvidence } from '../services/evidence/evidence-files.ts'
import { evidenceIdentity } from '../services/evidence/evidence-identity.ts'
import { selfCheckFile } from '../services/evidence/self-check-file.ts'
import { selfCheck } from '../services/evidence/self-check.ts'
import { verifyPackage } from '../services/evidence/verify-package.ts'
import type { Implementer } from './context.ts'
import { desktopOf, type ApiDeps } from './deps.ts'

/** Items of a finding that a screen is given; the workbook has all of them. */
const ITEMS = 200

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
    selfCheck: os.selfCheck.handler(({ input }) => {
      const check = selfCheck(workspace(), input.half, evidence.hash)
      return { ...check, findings: check.findings.map(each => ({ ...each, items: each.items.slice(0, ITEMS) })) }
    }),
    saveSelfCheck: os.saveSelfCheck.handler(async ({ input }) => {
      const desktop = desktopOf(deps)
      const { name, bytes } = await selfCheckFile(workspace(), evidence, input)
      if (input.format === 'pdf') return { path: await desktop.savePdf(`${name}.pdf`, bytes) }
      return { path: await desktop.saveFile(name, 'xlsx', bytes) }
    }),
    verifyPackage: os.verifyPackage.handler(async () => {
      const [path] = await desktopOf(deps).chooseFiles('choosePackage', ['zip'])
      return path === undefined ? null : verifyPackage(path, evidence)
    }),
  }
}
