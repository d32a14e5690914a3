import type { Product } from '../../model/product.ts'
import type { Verdict } from '../../model/suitability-verdict.ts'
import type { WriteTx } from '../ports/store.ts'
import { freeze } from '../suggestions/draft-suggestion.ts'
import type { Made } from '../evidence/made.ts'
import { judge } from '../suggestions/judged-view.ts'
import { sceneOf, type SuggestionScene } from '../suggestions/suggestion-scene.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The verdicts that a report of one client prints, with all they rest on. */
export interface ReportVerdicts {
  readonly scene: SuggestionScene
  readonly judged: readonly { readonly product: Product; readonly verdict: Verdict }[]
}

/** Judged from the same state of the book as the report is laid from; null where no pack is in force. */
export const reportVerdicts = (workspace: Workspace, clientId: string): ReportVerdicts | null => {
  if (workspace.suitabilityVersion() === '') return null
  const scene = sceneOf(workspace, clientId)
  const products = new Map(scene.entry.holdings.flatMap(({ code, product }) => (product ? [[code, product]] : [])))
  return {
    scene,
    judged: [...products.values()].map(product => ({ product, verdict: judge(scene, product, 'advisor') })),
  }
}

/** Every verdict that reaches a report is kept as evidence of it, in the transaction that keeps the report. */
export const freezeReport = (tx: WriteTx, verdicts: ReportVerdicts, reportId: string, made: Made): void => {
  for (const { product, verdict } of verdicts.judged)
    freeze(
      tx,
      verdicts.scene,
      product,
      verdict,
      { initiative: 'advisor', purpose: 'report', reference: reportId, answer: null },
      made,
    )
}
