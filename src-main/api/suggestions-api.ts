import { EvidenceBody, type ChainRecord } from '../model/evidence.ts'
import type { EvidenceLine } from '../contract/suggestions.ts'
import { Suggestion } from '../model/suggestion.ts'
import { verifyEvidence } from '../services/evidence/verify-evidence.ts'
import { advanceSuggestion, tickStep } from '../services/suggestions/advance-suggestion.ts'
import { shelfView } from '../services/suggestions/client-shelf.ts'
import { draftDiagnosed, draftPlan } from '../services/suggestions/draft-diagnosed.ts'
import { draftSuggestion, freeze, type Drafted } from '../services/suggestions/draft-suggestion.ts'
import { judge, judgedView } from '../services/suggestions/judged-view.ts'
import { productOf, sceneOf, type SuggestionScene } from '../services/suggestions/suggestion-scene.ts'
import type { Workspace } from '../services/workspace/workspace.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

const lineOf = (record: ChainRecord, workspace: Workspace): EvidenceLine[] => {
  const body = EvidenceBody.safeParse(JSON.parse(record.body))
  if (!body.success) return []
  const { id, at, productCode, kind, hash } = record
  const productName = productCode === null ? null : (workspace.book().products.get(productCode)?.name ?? null)
  return [{ id, at, productCode, productName, kind, body: body.data, hash }]
}

const answered = (scene: SuggestionScene, drafted: Drafted) =>
  drafted.kind === 'drafted'
    ? drafted
    : {
        kind: 'refused' as const,
        judged: judgedView(scene, drafted.product, drafted.verdict),
        evidenceId: drafted.evidenceId,
      }

export const suggestionsApi = (os: Implementer['suggestions'], { session, clock, chance, hash }: ApiDeps) => {
  const made = () => ({ at: clock.now(), id: chance.id, hash })
  return {
    shelf: os.shelf.handler(({ input }) => {
      const { workspace } = session.opened()
      const scene = sceneOf(workspace, input.clientId)
      return workspace.store.read(tx => shelfView(tx, scene))
    }),
    judge: os.judge.handler(({ input }) => {
      const scene = sceneOf(session.opened().workspace, input.clientId)
      const product = productOf(scene.book, input.code)
      return judgedView(scene, product, judge(scene, product, input.initiative))
    }),
    check: os.check.handler(({ input }) => {
      const { workspace } = session.opened()
      const scene = sceneOf(workspace, input.clientId)
      const product = productOf(scene.book, input.code)
      const verdict = judge(scene, product, input.initiative)
      const what = { initiative: input.initiative, purpose: 'check', reference: null, answer: null } as const
      const record = workspace.store.write(tx => tx.evidence.byId(freeze(tx, scene, product, verdict, what, made())))
      const [evidence] = record === null ? [] : lineOf(record, workspace)
      if (evidence === undefined) throw new Error('the evidence that was just written is not there')
      return { judged: judgedView(scene, product, verdict), evidence }
    }),
    draft: os.draft.handler(({ input }) => {
      const scene = sceneOf(session.opened().workspace, input.clientId)
      return answered(scene, draftSuggestion(scene, input, made()))
    }),
    draftDiagnosed: os.draftDiagnosed.handler(({ input }) => {
      const { workspace } = session.opened()
      return answered(sceneOf(workspace, input.clientId), draftDiagnosed(workspace, input, made()))
    }),
    draftPlan: os.draftPlan.handler(({ input }) => draftPlan(session.opened().workspace, input.clientId, made())),
    tick: os.tick.handler(({ input }) => tickStep(session.opened().workspace.store, input.id, input.step, input.done)),
    advance: os.advance.handler(({ input }) => advanceSuggestion(session.opened().workspace, input, made())),
    ofClient: os.ofClient.handler(({ input }) =>
      session
        .opened()
        .workspace.store.read(tx => tx.suggestions.ofClient(input.clientId))
        .flatMap(record => Suggestion.safeParse(record.body).data ?? []),
    ),
    evidence: os.evidence.handler(({ input }) => {
      const { workspace } = session.opened()
      return workspace.store
        .read(tx => tx.evidence.ofClient(input.clientId))
        .toReversed()
        .flatMap(record => lineOf(record, workspace))
    }),
    verify: os.verify.handler(({ input }) => {
      const { workspace } = session.opened()
      return verifyEvidence(workspace, hash, input.head)
    }),
  }
}
