import { shelfFactors, type FactorScore, type RankedShelf } from '../../domain/recommendation/rank-shelf.ts'
import type { EvidenceAnswer } from '../../model/evidence.ts'
import { AppError } from '../../model/app-error.ts'
import { EntryId } from '../../model/ids.ts'
import type { Product } from '../../model/product.ts'
import type { Initiative } from '../../model/suitability-facts.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { Verdict } from '../../model/suitability-verdict.ts'
import { Suggestion, type SuggestionOrigin, type SuggestionStep } from '../../model/suggestion.ts'
import { IsoTime } from '../../model/units.ts'
import { freezeVerdict } from '../evidence/freeze-verdict.ts'
import type { Made } from '../evidence/made.ts'
import type { WriteTx } from '../ports/store.ts'
import { recordEntry } from '../sync/record-entry.ts'
import { riskAround } from '../suitability/account-level.ts'
import { rankForClient, shelfScene } from './client-shelf.ts'
import { judge } from './judged-view.ts'
import { productOf, type SuggestionScene } from './suggestion-scene.ts'

const ALTERNATIVES = 3

export interface DraftRequest {
  readonly code: string
  readonly initiative: Initiative
  /** Fen. */
  readonly amount: number
  /** The client's words; needed on its initiative. */
  readonly wish: string
  /** Where the account diagnosis names the product; null when it does not. */
  readonly diagnosis?: Diagnosed | null
}

/** What the diagnosis says of a product beside its place on the shelf. */
export interface Diagnosed {
  readonly origin: SuggestionOrigin
  readonly alternatives: Suggestion['alternatives']
  /** The holding that is sold for it. */
  readonly sells: Product | null
}

export type Drafted =
  | { readonly kind: 'drafted'; readonly suggestion: Suggestion }
  | { readonly kind: 'refused'; readonly product: Product; readonly verdict: Verdict; readonly evidenceId: string }

const plain = ({ factor, points, value }: FactorScore) => ({ factor, points, value })

/** Checklists of the requirements; a requirement without steps of its own is one step. */
const stepsOf = (verdict: Verdict, pack: SuitabilityPack): readonly SuggestionStep[] =>
  verdict.requirements.flatMap(({ id, text }) => {
    const steps = pack.requirements.find(each => each.id === id)?.steps ?? []
    return (steps.length === 0 ? [text] : steps).map(step => ({ requirement: id, text: step, done: false }))
  })

/** Keeps a suggestion and tells head office of its present state. */
export const keepSuggestion = (tx: WriteTx, suggestion: Suggestion, at: string): void => {
  tx.suggestions.put({
    id: suggestion.id,
    clientId: suggestion.clientId,
    madeAt: suggestion.madeAt,
    state: suggestion.state,
    body: suggestion,
  })
  recordEntry(tx, {
    // one entry a step, told apart by their number: the name of a state would not fit
    id: EntryId.parse(`suggestion-${suggestion.id}-${suggestion.history.length}`),
    madeAt: IsoTime.parse(at),
    kind: 'suggestion',
    clientId: suggestion.clientId,
    body: suggestion,
  })
}

export const freeze = (
  tx: WriteTx,
  scene: SuggestionScene,
  product: Product,
  verdict: Verdict,
  what: {
    readonly initiative: Initiative
    readonly purpose: 'suggestion' | 'check' | 'report'
    readonly reference: string | null
    readonly answer: EvidenceAnswer | null
    readonly wish?: string
  },
  made: Made,
): string =>
  freezeVerdict(
    tx,
    {
      ...what,
      client: scene.entry.client,
      product,
      today: scene.today,
      dataDate: scene.book.dataDate,
      pack: scene.pack,
      verdict,
      by: scene.author,
    },
    { id: made.id(), at: made.at, hash: made.hash },
  ).id

/** The best others of the shelf in the same class. */
const alternativesOf = ({ ranked }: RankedShelf, { book }: SuggestionScene, product: Product) =>
  ranked
    .filter(each => each.code !== product.code && book.products.get(each.code)?.assetClass === product.assetClass)
    .slice(0, ALTERNATIVES)
    .map(each => ({ code: each.code, name: book.products.get(each.code)?.name ?? each.code, score: each.score }))

/**
 * Judges and, where the rules let it pass, drafts a suggestion with its reasons, alternatives, cost and risk; verdict and
 * draft are written in one transaction. What the rules forbid, or cannot judge, makes no draft: there is no way around.
 */
export const draftSuggestion = (scene: SuggestionScene, request: DraftRequest, made: Made): Drafted => {
  const { workspace, entry, book, pack } = scene
  const product = productOf(book, request.code)
  const verdict = judge(scene, product, request.initiative)
  const { initiative, amount } = request
  const wish = initiative === 'client' ? request.wish.trim() : ''
  if (initiative === 'client' && wish === '')
    throw new AppError('invalidInput', 'the wish of the client is missing', {
      where: product.code,
      hint: 'note what the client asked for and how, e.g. by phone with the number of the recording',
    })
  const ranked = workspace.store.read(tx => {
    const { facts, shelfProduct } = shelfScene(tx, scene)
    return { factors: shelfFactors(shelfProduct(product), facts), shelf: rankForClient(tx, scene).shelf }
  })
  return workspace.store.write(tx => {
    if (verdict.action === 'forbid' || verdict.action === 'reassess') {
      const what = { initiative, purpose: 'check', reference: null, answer: null, wish } as const
      return { kind: 'refused', product, verdict, evidenceId: freeze(tx, scene, product, verdict, what, made) }
    }
    const id = made.id()
    const what = { initiative, purpose: 'suggestion', reference: id, answer: null, wish } as const
    const evidenceId = freeze(tx, scene, product, verdict, what, made)
    const at = IsoTime.parse(made.at)
    const suggestion = Suggestion.parse({
      id,
      clientId: entry.client.id,
      code: product.code,
      name: product.name,
      initiative,
      amount,
      wish,
      madeAt: at,
      state: 'drafted',
      reasons: ranked.factors.filter(each => each.value !== null && each.points > 50).map(plain),
      against: ranked.factors.filter(each => each.value !== null && each.points < 50).map(plain),
      diagnosis: request.diagnosis?.origin ?? null,
      alternatives: request.diagnosis?.alternatives ?? alternativesOf(ranked.shelf, scene, product),
      yearlyCost: product.annualFee === null ? null : Math.round(amount * product.annualFee),
      ...riskAround(scene, product, amount, request.diagnosis?.sells ?? null),
      verdict,
      steps: stepsOf(verdict, pack),
      history: [{ state: 'drafted', at, evidenceId, reference: '' }],
    })
    keepSuggestion(tx, suggestion, made.at)
    return { kind: 'drafted', suggestion }
  })
}
