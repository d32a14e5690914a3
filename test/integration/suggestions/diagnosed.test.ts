import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import { syncedEngine, type SyncedEngine } from '../../helpers/synced-engine.ts'
import { listedClients } from '../../helpers/listed-clients.ts'

let office: SyncedEngine
let reports: readonly AccountReport[] = []
beforeAll(async () => {
  office = await syncedEngine(40)
  const rows = await listedClients(office.client)
  reports = await Promise.all(rows.map(async row => office.client.clients.diagnosis({ id: row.id })))
}, 120_000)
afterAll(async () => office.close())

/** The clients of the book whose plan fits, each used by one test. */
const used = new Set<string>()
const clientWith = (fits: (report: AccountReport) => boolean): AccountReport => {
  const found = reports.find(report => !used.has(report.who.clientId) && fits(report))
  if (found === undefined) throw new Error('no client of the demo book has such a plan')
  used.add(found.who.clientId)
  return found
}

describe('suggestions from the account diagnosis', () => {
  it('carry the reasons, the other options, amount and fees of the move, and sell what gives way', async () => {
    const { suggestions } = office.client
    const { plan, who } = clientWith(each => each.plan.moves.some(move => move.from.code !== 'cash'))
    const move = plan.moves.find(each => each.from.code !== 'cash')
    if (move === undefined) throw new Error('the plan has no such move')
    const { clientId } = who
    const answer = await suggestions.draftDiagnosed({ clientId, code: move.to.code, move: move.id })
    if (answer.kind !== 'drafted') throw new Error('refused')
    const { suggestion } = answer
    expect(suggestion).toMatchObject({
      code: move.to.code,
      amount: Math.round(move.amount.value ?? 0),
      initiative: 'advisor',
      state: 'drafted',
      verdict: { verdict: 'match' },
      diagnosis: {
        move: move.id,
        from: move.from,
        reason: move.reason,
        why: move.to.why,
        whyNot: move.to.whyNot,
        fees: move.fees.value === null ? null : Math.round(move.fees.value),
      },
    })
    expect(suggestion.alternatives.map(each => each.code)).toEqual(move.alternatives.map(each => each.code))
    expect(suggestion.before).not.toEqual(suggestion.after)
    const [evidence] = await suggestions.evidence({ clientId })
    expect(evidence?.body).toMatchObject({ purpose: 'suggestion', reference: suggestion.id })
  })

  it('may be an alternative of a move, or a product that is offered for a gap', async () => {
    const { suggestions } = office.client
    const { plan, who, products } = clientWith(
      each =>
        each.plan.moves.some(move => move.alternatives.length > 0) &&
        each.products.some(offer => (offer.gap.value ?? 0) > 0),
    )
    const { clientId } = who
    const move = plan.moves.find(each => each.alternatives.length > 0)
    const [other] = move?.alternatives ?? []
    const offer = products.find(each => (each.gap.value ?? 0) > 0)
    if (move === undefined || other === undefined || offer === undefined) throw new Error('no such plan')
    const chosen = await suggestions.draftDiagnosed({ clientId, code: other.code, move: move.id })
    expect(chosen).toMatchObject({ kind: 'drafted', suggestion: { code: other.code, diagnosis: { move: move.id } } })
    const offered = await suggestions.draftDiagnosed({ clientId, code: offer.option.code, move: null })
    expect(offered).toMatchObject({
      kind: 'drafted',
      suggestion: { code: offer.option.code, diagnosis: { move: null, from: null, why: offer.option.why } },
    })
  })

  it('come for the whole plan at once, and not twice', async () => {
    const { suggestions } = office.client
    const { plan, who } = clientWith(each => each.plan.moves.length > 1)
    const { clientId } = who
    const targets = new Set(plan.moves.map(move => move.to.code))
    expect(await suggestions.draftPlan({ clientId })).toEqual({
      drafted: plan.moves.length,
      refused: 0,
      underWay: 0,
    })
    const made = await suggestions.ofClient({ clientId })
    expect(new Set(made.map(each => each.code))).toEqual(targets)
    expect(await suggestions.draftPlan({ clientId })).toEqual({ drafted: 0, refused: 0, underWay: plan.moves.length })
  })

  it('go through every state to the end, each step with its evidence and its entry for head office', async () => {
    const { suggestions } = office.client
    const { plan, who } = clientWith(each => each.plan.moves.length > 0)
    const { clientId } = who
    const [move] = plan.moves
    if (move === undefined) throw new Error('no move')
    const answer = await suggestions.draftDiagnosed({ clientId, code: move.to.code, move: move.id })
    if (answer.kind !== 'drafted') throw new Error('refused')
    const { id, steps } = answer.suggestion
    await suggestions.advance({ id, to: 'shown', reference: '' })
    for (const [step] of steps.entries()) await suggestions.tick({ id, step, done: true })
    for (const to of ['accepted', 'executedElsewhere', 'followedUp'] as const)
      await suggestions.advance({ id, to, reference: 'REC-1' })
    const [last] = await suggestions.ofClient({ clientId })
    expect(last?.history.map(each => each.state)).toEqual([
      'drafted',
      'shown',
      'accepted',
      'executedElsewhere',
      'followedUp',
    ])
    expect(new Set(last?.history.map(each => each.evidenceId)).size).toBe(5)
  })

  it('are refused when the diagnosis does not name the product', async () => {
    const { suggestions } = office.client
    const { who } = clientWith(() => true)
    const { clientId } = who
    const unnamed = { clientId, code: 'NOWHERE', move: null }
    await expect(suggestions.draftDiagnosed(unnamed)).rejects.toThrow('does not name this product')
    await expect(suggestions.draftDiagnosed({ ...unnamed, move: 'm-99' })).rejects.toThrow('does not name this product')
  })
})
