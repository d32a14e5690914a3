import type { RematchCause } from '../../model/notice.ts'
import type { SuitabilityClient, SuitabilityContext, SuitabilityProduct } from '../../model/suitability-facts.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { Verdict } from '../../model/suitability-verdict.ts'
import { prepareBook } from './judge-book.ts'

/** A book as its judges saw it on one day. */
export interface JudgedState {
  readonly clients: ReadonlyMap<string, SuitabilityClient>
  readonly products: ReadonlyMap<string, SuitabilityProduct>
  readonly context: SuitabilityContext
  readonly pack: SuitabilityPack
}

/** Value in fen. */
export interface HeldProduct {
  readonly clientId: string
  readonly code: string
  readonly value: number
}

/** A holding whose verdict changed. Order 130 art. 21: the client is to be told; nothing is sold for it. */
export interface RematchNotice {
  readonly clientId: string
  readonly code: string
  readonly value: number
  readonly before: Verdict | null
  readonly now: Verdict
  readonly causes: readonly RematchCause[]
  /** The holding fitted before and does not any more. */
  readonly worse: boolean
}

const indexed = <T>(
  map: ReadonlyMap<string, T>,
): { readonly rows: readonly T[]; readonly at: ReadonlyMap<string, number> } => ({
  rows: [...map.values()],
  at: new Map([...map.keys()].map((key, i) => [key, i])),
})

const judgeOf = (state: JudgedState): ((clientId: string, code: string) => Verdict | null) => {
  const clients = indexed(state.clients)
  const products = indexed(state.products)
  const book = prepareBook(clients.rows, products.rows, state.context, state.pack)
  return (clientId, code) => {
    const client = clients.at.get(clientId)
    const product = products.at.get(code)
    return client === undefined || product === undefined ? null : book.verdict(client, product)
  }
}

const valid = (client: SuitabilityClient, date: string): boolean =>
  client.validUntil !== null && client.validUntil >= date

const causesOf = (before: JudgedState, now: JudgedState, held: HeldProduct): readonly RematchCause[] => {
  const [was, is] = [before.clients.get(held.clientId), now.clients.get(held.clientId)]
  const [old, fresh] = [before.products.get(held.code), now.products.get(held.code)]
  if (was === undefined || is === undefined || old === undefined || fresh === undefined) return ['new']
  const causes: RematchCause[] = []
  if (was.riskCapacity !== is.riskCapacity || was.investorType !== is.investorType) causes.push('level')
  if (valid(was, before.context.date) !== valid(is, now.context.date)) causes.push('assessment')
  if (was.term !== is.term || was.variety !== is.variety) causes.push('intention')
  if (old.riskGrade !== fresh.riskGrade || old.highRisk !== fresh.highRisk) causes.push('grade')
  if (old.term !== fresh.term || old.variety !== fresh.variety) causes.push('product')
  if (before.pack.version !== now.pack.version) causes.push('pack')
  return causes.length > 0 ? causes : ['birthday']
}

const differs = (a: Verdict, b: Verdict): boolean =>
  a.verdict !== b.verdict || a.action !== b.action || a.codes.join() !== b.codes.join()

/**
 * Judges all holdings in two states of the book and lists those whose verdict, action or duties changed, worse ones
 * first, then by value. A holding whose client or product is in the first state only is left out. Also answers what a
 * new pack would change: give the same book with two packs.
 */
export const rematch = (
  holdings: readonly HeldProduct[],
  before: JudgedState,
  now: JudgedState,
): readonly RematchNotice[] => {
  const [past, present] = [judgeOf(before), judgeOf(now)]
  const notices: RematchNotice[] = []
  for (const held of holdings) {
    const verdict = present(held.clientId, held.code)
    if (verdict === null) continue
    const last = past(held.clientId, held.code)
    if (last !== null && (last === verdict || !differs(last, verdict))) continue
    if (last === null && verdict.verdict === 'match') continue
    notices.push({
      clientId: held.clientId,
      code: held.code,
      value: held.value,
      before: last,
      now: verdict,
      causes: causesOf(before, now, held),
      worse: last?.verdict === 'match' && verdict.verdict !== 'match',
    })
  }
  return notices.toSorted((a, b) => Number(b.worse) - Number(a.worse) || b.value - a.value)
}
