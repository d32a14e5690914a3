import type { JudgedView } from '../../contract/suggestions.ts'
import { AppError } from '../../model/app-error.ts'
import type { Product } from '../../model/product.ts'
import type { Initiative } from '../../model/suitability-facts.ts'
import type { Verdict } from '../../model/suitability-verdict.ts'
import { suitabilityClient, suitabilityProduct } from '../book/suitability-facts.ts'
import { comparison } from '../clients/comparison.ts'
import { judgePair } from '../suitability/judge-pair.ts'
import type { SuggestionScene } from './suggestion-scene.ts'

export const judge = (scene: SuggestionScene, product: Product, initiative: Initiative): Verdict => {
  const { workspace, entry, today } = scene
  const verdict = judgePair(entry.client, product, { rules: workspace.rules, today }, initiative)
  if (verdict === null)
    throw new AppError('invalidInput', 'no suitability pack is in force on this day', { where: today })
  return verdict
}

/** A verdict with its rules in full. */
export const judgedView = (scene: SuggestionScene, product: Product, verdict: Verdict): JudgedView => ({
  verdict,
  comparison: comparison(suitabilityClient(scene.entry.client), suitabilityProduct(product), verdict),
  rules: verdict.rules.flatMap(({ id, article, mark }) => {
    const rule = scene.pack.rules.find(each => each.id === id)
    return rule === undefined ? [] : [{ id, article, source: rule.source, text: rule.text, mark }]
  }),
  disclaimer: scene.pack.disclaimer,
})
