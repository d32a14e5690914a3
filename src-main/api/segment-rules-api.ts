import { segmentRuns } from '../services/book/segment-runs.ts'
import { cutAxes, cutClients, cutView } from '../services/segment-rules/cut-view.ts'
import { activatePack, packLines, savePack } from '../services/segment-rules/pack-lines.ts'
import { compareRuns, flowClients } from '../services/segment-rules/compare-runs.ts'
import { whatIf } from '../services/segment-rules/what-if.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const segmentRulesApi = (os: Implementer['segmentRules'], { session }: ApiDeps) => ({
  packs: os.packs.handler(() => packLines(session.opened().workspace)),
  whatIf: os.whatIf.handler(({ input }) => whatIf(session.opened().workspace, input)),
  save: os.save.handler(({ input }) => savePack(session.opened().workspace, input.thresholds, input.name)),
  activate: os.activate.handler(({ input }) => activatePack(session.opened().workspace, input.version)),
  runs: os.runs.handler(() =>
    session
      .opened()
      .workspace.store.read(tx => segmentRuns(tx.settings))
      .toReversed()
      .map(({ at, why, pack }) => ({ at, why, pack })),
  ),
  compare: os.compare.handler(({ input }) => compareRuns(session.opened().workspace, input.from, input.to)),
  flow: os.flow.handler(({ input }) => flowClients(session.opened().workspace, input)),
  cutClients: os.cutClients.handler(({ input }) =>
    cutClients(session.opened().workspace, input.axis, input.row, input.band),
  ),
  cuts: os.cuts.handler(() => cutAxes(session.opened().workspace)),
  cut: os.cut.handler(({ input }) => cutView(session.opened().workspace, input.axis)),
})
