import type { JudgedState } from '../../domain/suitability/rematch.ts'
import { JudgedSnapshot, type RematchRun } from '../../model/judged-snapshot.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { ReadTx } from '../ports/store.ts'

export const snapshotOf = (state: JudgedState, run: RematchRun, lastChange: RematchRun | null): JudgedSnapshot => ({
  date: state.context.date,
  pack: state.pack.version,
  clients: Object.fromEntries(
    Array.from(state.clients, ([id, c]) => [
      id,
      [c.investorType, c.riskCapacity, c.validUntil, c.birthDate, c.term, c.variety] as const,
    ]),
  ),
  products: Object.fromEntries(
    Array.from(state.products, ([code, p]) => [code, [p.riskGrade, p.term, p.variety, p.highRisk === true] as const]),
  ),
  run,
  lastChange,
})

export const readSnapshot = (tx: Pick<ReadTx, 'lastJudged'>): JudgedSnapshot | null =>
  JudgedSnapshot.safeParse(tx.lastJudged()?.body).data ?? null

/** The state of the last judging; null when its pack is not known any more. */
export const stateOfSnapshot = (snapshot: JudgedSnapshot, packs: readonly SuitabilityPack[]): JudgedState | null => {
  const pack = packs.find(each => each.version === snapshot.pack)
  if (pack === undefined) return null
  return {
    clients: new Map(
      Object.entries(snapshot.clients).map(
        ([id, [investorType, riskCapacity, validUntil, birthDate, term, variety]]) => [
          id,
          { investorType, riskCapacity, validUntil, birthDate, term, variety },
        ],
      ),
    ),
    products: new Map(
      Object.entries(snapshot.products).map(([code, [riskGrade, term, variety, highRisk]]) => [
        code,
        { riskGrade, term, variety, highRisk },
      ]),
    ),
    context: { date: snapshot.date, initiative: 'advisor' },
    pack,
  }
}
