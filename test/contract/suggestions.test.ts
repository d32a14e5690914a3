import { describe, expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { Holding } from '../../src-main/model/holding.ts'
import { Product } from '../../src-main/model/product.ts'
import { Fen } from '../../src-main/model/units.ts'
import { openedBooks, type OpenedBook } from '../helpers/opened-book.ts'
import { putProducts } from '../helpers/put-products.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

const open = openedBooks()
const amount = Fen.parse(10_000_000)

const product = (code: string, fields: object): Product =>
  Product.parse({ ...sampleRow('products', 1), code, name: code, variety: 2, tags: [], ...fields })

/** A client of 3 at C3 with 100,000 yuan of cash, and one product of each kind that matters. */
const book = async (fields: object = {}): Promise<OpenedBook> => {
  const opened = await open()
  opened.store.write(tx => {
    tx.clients.put(
      Client.parse({
        ...sampleRow('clients', 1),
        variety: 2,
        averageAssets: 60_000_000,
        latestAssets: 60_000_000,
        cash: 50_000_000,
        ...fields,
      }),
    )
    tx.holdings.put(Holding.parse({ ...sampleRow('holdings', 1), code: 'LOW', value: 10_000_000 }))
  })
  putProducts(opened.store, [
    product('LOW', { riskGrade: 'R2', assetClass: 'fixedIncome' }),
    product('FIT', { riskGrade: 'R3' }),
    product('HIGH', { riskGrade: 'R4' }),
    product('WILD', { riskGrade: 'R5', highRisk: true }),
    product('BLANK', { riskGrade: null }),
  ])
  return opened
}

const ask = { clientId: 'C00001', amount } as const

describe('suggestions', () => {
  it('carry reasons, cost, the risk before and after, the verdict, and evidence of the draft', async () => {
    const { api, store } = await book()
    const drafted = await api.suggestions.draft({ ...ask, code: 'FIT', initiative: 'advisor' })
    if (drafted.kind !== 'drafted') throw new Error('refused')
    const { suggestion } = drafted
    // 100,000 yuan at 1.5 % a year
    expect(suggestion.yearlyCost).toBe(150_000)
    // before: 100,000 at R2 and 500,000 cash at R1; after: 100,000 more at R3 out of cash
    expect(suggestion.before.weightedGrade).toBeCloseTo((1 * 2 + 5 * 1) / 6, 12)
    expect(suggestion.after.weightedGrade).toBeCloseTo((1 * 2 + 1 * 3 + 4 * 1) / 6, 12)
    expect([suggestion.before.highestGrade, suggestion.after.highestGrade]).toEqual(['R2', 'R3'])
    expect(suggestion.verdict.verdict).toBe('match')
    const [evidence] = await api.suggestions.evidence({ clientId: 'C00001' })
    expect(evidence?.body).toMatchObject({
      purpose: 'suggestion',
      reference: suggestion.id,
      verdict: { action: 'allow' },
    })
    expect(suggestion.history.map(step => step.evidenceId)).toEqual([evidence?.id])
    expect(store.read(tx => tx.sync.waiting().map(entry => entry.kind))).toEqual(['suggestion'])
  })

  it('of what the rules forbid or cannot judge are refused, and the refusal is kept as evidence', async () => {
    const { api } = await book()
    for (const [code, action] of [
      ['HIGH', 'forbid'],
      ['BLANK', 'reassess'],
    ] as const) {
      const answer = await api.suggestions.draft({ ...ask, code, initiative: 'advisor' })
      expect(answer).toMatchObject({ kind: 'refused', judged: { verdict: { action } } })
    }
    expect(await api.suggestions.ofClient({ clientId: 'C00001' })).toEqual([])
    const kept = await api.suggestions.evidence({ clientId: 'C00001' })
    expect(kept.map(each => [each.productCode, each.body.purpose])).toEqual([
      ['BLANK', 'check'],
      ['HIGH', 'check'],
    ])
  })

  it('on the wish of the client need every step done and a reference before they are accepted', async () => {
    const { api } = await book({ birthDate: '1950-01-01' })
    const drafted = await api.suggestions.draft({
      ...ask,
      code: 'WILD',
      initiative: 'client',
      wish: ' 来电要求买入 REC-0 ',
    })
    if (drafted.kind !== 'drafted') throw new Error('refused')
    const { id, steps, verdict } = drafted.suggestion
    expect(drafted.suggestion.wish).toBe('来电要求买入 REC-0')
    expect(verdict.codes).toEqual(['RISK_ABOVE', 'HIGH_RISK_CARE', 'SENIOR_CARE'])
    expect(new Set(steps.map(step => step.requirement))).toContain('seniorCare')
    await expect(api.suggestions.advance({ id, to: 'accepted', reference: 'x' })).rejects.toMatchObject({
      data: { code: 'invalidInput' },
    })
    await api.suggestions.advance({ id, to: 'shown', reference: '' })
    await expect(api.suggestions.advance({ id, to: 'accepted', reference: 'REC-1' })).rejects.toThrow('checklist')
    for (const step of steps.keys()) await api.suggestions.tick({ id, step, done: true })
    await expect(api.suggestions.advance({ id, to: 'accepted', reference: ' ' })).rejects.toThrow('reference')
    const accepted = await api.suggestions.advance({ id, to: 'accepted', reference: 'REC-1' })
    expect(accepted.history.map(step => step.state)).toEqual(['drafted', 'shown', 'accepted'])
    const [last] = await api.suggestions.evidence({ clientId: 'C00001' })
    expect(last?.body.answer).toMatchObject({ kind: 'insisted', by: 'client', reference: 'REC-1' })
    await api.suggestions.advance({ id, to: 'executedElsewhere', reference: '' })
    const end = await api.suggestions.advance({ id, to: 'followedUp', reference: '' })
    expect(end.state).toBe('followedUp')
  })

  it('on the wish of the client need its words, before anything is kept', async () => {
    const { api } = await book()
    const wish = { ...ask, code: 'FIT', initiative: 'client', wish: '  ' } as const
    await expect(api.suggestions.draft(wish)).rejects.toMatchObject({ data: { code: 'invalidInput', where: 'FIT' } })
    expect(await api.suggestions.evidence({ clientId: 'C00001' })).toEqual([])
  })

  it('of the lowest category are refused above R1 even on its own wish', async () => {
    const { api } = await book({ riskCapacity: 'C1min' })
    const answer = await api.suggestions.draft({ ...ask, code: 'LOW', initiative: 'client', wish: '来电' })
    expect(answer).toMatchObject({ kind: 'refused', judged: { verdict: { codes: ['LOWEST_CATEGORY'] } } })
  })

  it('stop when the verdict changes between draft and client', async () => {
    const { api, store } = await book()
    const drafted = await api.suggestions.draft({ ...ask, code: 'FIT', initiative: 'advisor' })
    if (drafted.kind !== 'drafted') throw new Error('refused')
    store.write(tx => {
      const client = tx.clients.byKey('C00001')
      if (client !== null) tx.clients.put({ ...client, riskCapacity: 'C2' })
    })
    await expect(api.suggestions.advance({ id: drafted.suggestion.id, to: 'shown', reference: '' })).rejects.toThrow(
      'verdict has changed',
    )
  })

  it('come from a shelf that shows nothing the rules forbid, and counts what was held back', async () => {
    const { api } = await book()
    const shelf = await api.suggestions.shelf({ clientId: 'C00001' })
    expect(shelf.ranked.map(each => each.code).toSorted()).toEqual(
      shelf.ranked
        .map(each => each.code)
        .filter(code => code === 'LOW' || code === 'FIT')
        .toSorted(),
    )
    const held = shelf.heldBack.reduce((sum, each) => sum + each.count, 0)
    expect(held + shelf.ranked.length).toBeLessThanOrEqual(5)
  })
})
