import { canonicalJson } from '../../domain/evidence/canonical-json.ts'
import { AppError } from '../../model/app-error.ts'
import type { EvidenceAnswer } from '../../model/evidence.ts'
import { Suggestion, type SuggestionState } from '../../model/suggestion.ts'
import { IsoTime } from '../../model/units.ts'
import { textsShown } from '../evidence/freeze-verdict.ts'
import type { Made } from '../evidence/made.ts'
import type { Store } from '../ports/store.ts'
import { composedFindings } from '../wording/outgoing-findings.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { freeze, keepSuggestion } from './draft-suggestion.ts'
import { judge } from './judged-view.ts'
import { productOf, sceneOf } from './suggestion-scene.ts'

const next: Readonly<Record<SuggestionState, readonly SuggestionState[]>> = {
  drafted: ['shown'],
  shown: ['accepted', 'declined'],
  accepted: ['executedElsewhere', 'declined'],
  declined: ['followedUp'],
  executedElsewhere: ['followedUp'],
  followedUp: [],
}

const read = (store: Store, id: string): Suggestion => {
  const found = Suggestion.safeParse(store.read(tx => tx.suggestions.byId(id)?.body))
  if (!found.success) throw new AppError('notFound', 'there is no such suggestion', { where: id })
  return found.data
}

/** Ticks one step of the checklists; only before the client has answered. */
export const tickStep = (store: Store, id: string, step: number, done: boolean): Suggestion => {
  const suggestion = read(store, id)
  if (suggestion.state !== 'drafted' && suggestion.state !== 'shown')
    throw new AppError('invalidInput', 'the checklist is closed once the client has answered', { where: id })
  if (suggestion.steps[step] === undefined) throw new AppError('notFound', 'there is no such step', { where: id })
  const ticked = { ...suggestion, steps: suggestion.steps.map((each, i) => (i === step ? { ...each, done } : each)) }
  store.write(tx =>
    tx.suggestions.put({ id, clientId: ticked.clientId, madeAt: ticked.madeAt, state: ticked.state, body: ticked }),
  )
  return ticked
}

const answerOf = (
  suggestion: Suggestion,
  to: SuggestionState,
  at: string,
  reference: string,
): EvidenceAnswer | null => {
  if (to !== 'accepted' && to !== 'declined') return null
  const kind = to === 'declined' ? 'declined' : suggestion.verdict.verdict === 'match' ? 'confirmed' : 'insisted'
  return { kind, at: IsoTime.parse(at), by: 'client', reference }
}

const refuse = (message: string, where: string, hint: string): never => {
  throw new AppError('invalidInput', message, { where, hint })
}

/**
 * The next state of a suggestion. Before it is shown and before it is accepted the verdict is judged again by today's
 * facts: another verdict than the drafted one stops it. Acceptance needs every step done, and of what does not fit a
 * reference to the recording or the signed confirmation. Each step is frozen as evidence in the same transaction.
 */
export const advanceSuggestion = (
  workspace: Workspace,
  request: { readonly id: string; readonly to: SuggestionState; readonly reference: string },
  made: Made,
): Suggestion => {
  const { id, to } = request
  const reference = request.reference.trim()
  const suggestion = read(workspace.store, id)
  if (!next[suggestion.state].includes(to))
    refuse(
      `a suggestion that is ${suggestion.state} cannot become ${to}`,
      id,
      `it can become ${next[suggestion.state].join(' or ')}`,
    )
  const scene = sceneOf(workspace, suggestion.clientId)
  const product = productOf(scene.book, suggestion.code)
  const verdict = judge(scene, product, suggestion.initiative)
  if (to === 'shown' || to === 'accepted') {
    if (canonicalJson(verdict) !== canonicalJson(suggestion.verdict))
      refuse('the verdict has changed since the draft', id, 'draft the suggestion again')
  }
  if (to === 'shown') {
    const texts = [product.name, ...textsShown(verdict, scene.pack).flatMap(({ text }) => [text.zh, text.en])]
    const [finding] = composedFindings(texts, workspace.rules.wording)
    if (finding !== undefined)
      refuse(
        'a text that the client would be shown has a wording finding',
        finding.text,
        'correct the texts of the rule pack, or the name of the product',
      )
  }
  if (to === 'accepted') {
    if (suggestion.steps.some(step => !step.done))
      refuse('the checklist is not worked through', id, 'tick every step that was done')
    if (verdict.verdict !== 'match' && reference === '')
      refuse('a purchase against the advice needs a reference', id, 'name the recording or the signed confirmation')
  }
  return workspace.store.write(tx => {
    const what = {
      initiative: suggestion.initiative,
      purpose: 'suggestion',
      reference: id,
      answer: answerOf(suggestion, to, made.at, reference),
      wish: suggestion.wish,
    } as const
    const evidenceId = freeze(tx, scene, product, verdict, what, made)
    const at = IsoTime.parse(made.at)
    const moved = Suggestion.parse({
      ...suggestion,
      state: to,
      history: [...suggestion.history, { state: to, at, evidenceId, reference }],
    })
    keepSuggestion(tx, moved, made.at)
    return moved
  })
}
