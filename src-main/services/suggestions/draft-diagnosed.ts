import { AppError } from '../../model/app-error.ts'
import type { AccountReport } from '../../model/report/account-report.ts'
import type { PlanMove, PlanOption } from '../../model/report/account/change-plan.ts'
import { Suggestion } from '../../model/suggestion.ts'
import { Fen } from '../../model/units.ts'
import type { Made } from '../evidence/made.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { draftSuggestion, type Diagnosed, type Drafted } from './draft-suggestion.ts'
import { sceneOf, type SuggestionScene } from './suggestion-scene.ts'

const CASH = 'cash'
const OPEN: ReadonlySet<string> = new Set(['drafted', 'shown', 'accepted'])

interface Named {
  readonly option: PlanOption
  readonly move: PlanMove | null
  /** Fen. */
  readonly amount: number | null
  readonly others: readonly PlanOption[]
}

const fen = (value: number | null): number | null => (value === null ? null : Math.round(value))

const ofMove = (move: PlanMove, code: string): Named | null => {
  const all = [move.to, ...move.alternatives]
  const option = all.find(each => each.code === code)
  if (option === undefined) return null
  return { option, move, amount: fen(move.amount.value), others: all.filter(each => each.code !== code) }
}

/** A product offered for a gap: what is missing in its class, at least its minimum. */
const ofOffer = ({ products }: AccountReport, code: string): Named | null => {
  const offer = products.find(each => each.option.code === code)
  if (offer === undefined) return null
  const { option, gap, minimum } = offer
  const others = products.map(each => each.option).filter(each => each.code !== code)
  const amount = Math.max(fen(gap.value) ?? 0, fen(minimum.value) ?? 0)
  const same = others.filter(each => each.assetClass === option.assetClass)
  return { option, move: null, amount: amount > 0 ? amount : null, others: same.slice(0, 3) }
}

const diagnosedOf = (named: Named, scene: SuggestionScene): Diagnosed => {
  const { option, move, others } = named
  const fees = fen(move?.fees.value ?? null)
  return {
    origin: {
      move: move?.id ?? null,
      from: move === null ? null : { code: move.from.code, name: move.from.name },
      reason: move?.reason ?? null,
      why: option.why,
      whyNot: option.whyNot,
      fees: fees === null ? null : Fen.parse(fees),
      dataDate: scene.book.dataDate,
    },
    alternatives: others.map(({ code, name, score }) => ({ code, name, score: score.value ?? 0 })),
    sells: move === null || move.from.code === CASH ? null : (scene.book.products.get(move.from.code) ?? null),
  }
}

const draftNamed = (scene: SuggestionScene, named: Named, made: Made): Drafted => {
  if (named.amount === null || named.amount <= 0)
    throw new AppError('invalidInput', 'the diagnosis names no amount for this product', {
      where: named.option.code,
      hint: 'draft it from the shelf with an amount of your own',
    })
  const diagnosis = diagnosedOf(named, scene)
  return draftSuggestion(
    scene,
    { code: named.option.code, initiative: 'advisor', amount: named.amount, wish: '', diagnosis },
    made,
  )
}

/** Drafts one product that the client's diagnosis of today names, with the diagnosis' own reasons, amount and fees. */
export const draftDiagnosed = (
  workspace: Workspace,
  request: { readonly clientId: string; readonly code: string; readonly move: string | null },
  made: Made,
): Drafted => {
  const report = workspace.accountReport(request.clientId)
  const move = report.plan.moves.find(each => each.id === request.move)
  const named = move === undefined ? ofOffer(report, request.code) : ofMove(move, request.code)
  if (named === null || (request.move !== null && move === undefined))
    throw new AppError('notFound', 'the diagnosis does not name this product any more', {
      where: request.code,
      hint: 'open the diagnosis again: facts or rules have changed since',
    })
  return draftNamed(sceneOf(workspace, request.clientId), named, made)
}

const keyOf = (code: string, move: string | null): string => `${code} ${move ?? ''}`

/** Drafts every move of the change plan, one suggestion each; a move with a suggestion under way is left alone. */
export const draftPlan = (
  workspace: Workspace,
  clientId: string,
  made: Made,
): { readonly drafted: number; readonly refused: number; readonly underWay: number } => {
  const { plan } = workspace.accountReport(clientId)
  const open = new Set(
    workspace.store
      .read(tx => tx.suggestions.ofClient(clientId))
      .flatMap(record => Suggestion.safeParse(record.body).data ?? [])
      .filter(each => OPEN.has(each.state))
      .map(each => keyOf(each.code, each.diagnosis?.move ?? null)),
  )
  const scene = sceneOf(workspace, clientId)
  const count = { drafted: 0, refused: 0, underWay: 0 }
  for (const move of plan.moves) {
    const named = ofMove(move, move.to.code)
    if (named === null) continue
    if (open.has(keyOf(move.to.code, move.id))) count.underWay += 1
    else count[draftNamed(scene, named, made).kind] += 1
  }
  return count
}
