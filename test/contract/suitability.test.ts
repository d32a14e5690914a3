import { describe, expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { Holding } from '../../src-main/model/holding.ts'
import { Product } from '../../src-main/model/product.ts'
import { Fen } from '../../src-main/model/units.ts'
import { openedBooks, type OpenedBook } from '../helpers/opened-book.ts'
import { putProducts } from '../helpers/put-products.ts'
import { suitabilityPacks } from '../helpers/rule-packs.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

const open = openedBooks()
const YUAN = 100

const product = (code: string, fields: object) =>
  Product.parse({ ...sampleRow('products', 1), code, name: `产品${code}`, variety: 1, ...fields })

const products = [
  product('CALM', { riskGrade: 'R2', assetClass: 'fixedIncome' }),
  product('MID', { riskGrade: 'R3' }),
  product('BOLD', { riskGrade: 'R4' }),
]

const setClient = ({ store }: OpenedBook, fields: object, n = 1): void =>
  store.write(tx => tx.clients.put(Client.parse({ ...sampleRow('clients', n), ...fields })))

/** A client at C4 with 100 yuan of R4, 100 of R2 and 200 of cash; another one at C3 with R3. */
const book = async (): Promise<OpenedBook> => {
  const opened = await open()
  setClient(opened, { riskCapacity: 'C4', cash: 200 * YUAN })
  setClient(opened, { riskCapacity: 'C3' }, 2)
  opened.store.write(tx => {
    for (const code of ['BOLD', 'CALM'])
      tx.holdings.put(Holding.parse({ ...sampleRow('holdings', 1), code, value: 100 * YUAN }))
    tx.holdings.put(Holding.parse({ ...sampleRow('holdings', 2), code: 'MID', value: 300 * YUAN }))
  })
  putProducts(opened.store, products)
  // the first judging has nothing to compare with
  expect((await opened.api.suitability.notices({})).notices).toEqual([])
  return opened
}

const queue = async ({ api }: OpenedBook) =>
  (await api.suitability.notices({})).notices.map(({ notice }) => ({
    client: notice.clientId,
    state: notice.state,
    codes: notice.holdings.map(line => line.code),
    causes: [...new Set(notice.holdings.flatMap(line => line.causes))],
    id: notice.id,
  }))

describe('the whole account', () => {
  it('shows weighted and highest grade, the share above the level, caps and concentration', async () => {
    const opened = await book()
    setClient(opened, { riskCapacity: 'C3', cash: 200 * YUAN })
    const account = await opened.api.suitability.account({ clientId: 'C00001' })
    // a quarter R4, a quarter R2, half cash at R1
    expect(account.risk.weightedGrade).toBeCloseTo((4 + 2 + 2 * 1) / 4, 12)
    expect(account.risk).toMatchObject({ highestGrade: 'R4', shareAboveLevel: 0.25, highGradeShare: 0.25 })
    expect(account.total).toBe(400 * YUAN)
    // two products of a quarter each
    expect(account.hhi).toBeCloseTo(2 * 0.25 ** 2, 12)
    expect(account.allowed).toEqual(['R1', 'R2', 'R3'])
    // a quarter in R4 is over the 20 % that C3 may hold
    expect(account.risk.breaches.map(each => each.kind)).toContain('highGrades')
    expect(account.caps?.highGrades).toBeLessThanOrEqual(0.2)
  })

  it('tries a trade without writing anything, a sale too', async () => {
    const { api, store } = await book()
    const ask = { clientId: 'C00001', code: 'BOLD', initiative: 'advisor' } as const
    const bought = await api.suitability.tryTrade({ ...ask, amount: Fen.parse(100 * YUAN) })
    expect(bought.judged.verdict.verdict).toBe('match')
    expect(bought.before.weightedGrade).toBeCloseTo((4 + 2 + 2) / 4, 12)
    expect(bought.after.weightedGrade).toBeCloseTo((2 * 4 + 2 + 1) / 4, 12)
    const sold = await api.suitability.tryTrade({ ...ask, amount: Fen.parse(-100 * YUAN) })
    expect(sold.after).toMatchObject({ highestGrade: 'R2' })
    expect(sold.after.weightedGrade).toBeCloseTo((2 + 3 * 1) / 4, 12)
    expect(store.read(tx => [tx.evidence.count(), tx.suggestions.all(9).length])).toEqual([0, 0])
  })

  it('without a level checks no cap and says nothing of a share above it', async () => {
    const opened = await book()
    setClient(opened, { riskCapacity: null })
    const account = await opened.api.suitability.account({ clientId: 'C00001' })
    expect(account).toMatchObject({ level: null, caps: null, allowed: null })
    expect(account.risk).toMatchObject({ shareAboveLevel: null, breaches: [] })
  })
})

describe('the queue of notices', () => {
  it('takes up a holding that a lower level no longer allows', async () => {
    const opened = await book()
    setClient(opened, { riskCapacity: 'C3', cash: 200 * YUAN })
    expect(await queue(opened)).toMatchObject([
      { client: 'C00001', state: 'queued', codes: ['BOLD'], causes: ['level'] },
    ])
    const { run, lastChange } = await opened.api.suitability.notices({})
    expect(run).toMatchObject({ holdings: 3, changed: 1, worse: 1, better: 0, causes: { level: 1 } })
    expect(lastChange).toEqual(run)
  })

  it('takes up a holding whose grade was raised', async () => {
    const opened = await book()
    putProducts(
      opened.store,
      [products[0], product('MID', { riskGrade: 'R4' }), products[2]].filter(p => p !== undefined),
    )
    expect(await queue(opened)).toMatchObject([{ client: 'C00002', codes: ['MID'], causes: ['grade'] }])
  })

  it('takes up a questionnaire that ran out over night', async () => {
    const opened = await book()
    setClient(opened, { riskCapacity: 'C4', cash: 200 * YUAN, validUntil: '2026-11-24' })
    expect(await queue(opened)).toEqual([])
    opened.setNow('2026-11-25T02:00:00.000Z')
    expect(await queue(opened)).toMatchObject([{ client: 'C00001', codes: ['BOLD', 'CALM'], causes: ['assessment'] }])
  })

  it('takes up what a new pack no longer allows', async () => {
    const opened = await book()
    const [pack] = suitabilityPacks()
    const firm = {
      ...pack,
      version: 'firm',
      effectiveOn: '2026-11-01',
      matrix: { ...pack?.matrix, C3: ['R1', 'R2'] },
    }
    await opened.api.rulePacks.add({ text: JSON.stringify(firm), file: 'firm.json' })
    await opened.api.rulePacks.activate({ kind: 'suitability', version: 'firm' })
    expect(await queue(opened)).toMatchObject([{ client: 'C00002', codes: ['MID'], causes: ['pack'] }])
  })

  it('counts a birthday that brings duties, and queues no notice for it', async () => {
    const opened = await open()
    setClient(opened, { riskCapacity: 'C5', birthDate: '1961-11-24' })
    opened.store.write(tx => tx.holdings.put(Holding.parse({ ...sampleRow('holdings', 1), code: 'WILD' })))
    putProducts(opened.store, [product('WILD', { riskGrade: 'R5' })])
    await queue(opened)
    // 65 on the 24th
    opened.setNow('2026-11-24T02:00:00.000Z')
    expect(await queue(opened)).toEqual([])
    const { run } = await opened.api.suitability.notices({})
    expect(run).toMatchObject({ changed: 1, worse: 0, causes: { birthday: 1 } })
  })

  it('lets go of what fits again, or is held no more', async () => {
    const opened = await book()
    setClient(opened, { riskCapacity: 'C1', cash: 200 * YUAN })
    expect(await queue(opened)).toMatchObject([{ codes: ['BOLD', 'CALM'] }])
    setClient(opened, { riskCapacity: 'C2', cash: 200 * YUAN })
    expect(await queue(opened)).toMatchObject([{ state: 'queued', codes: ['BOLD'] }])
    setClient(opened, { riskCapacity: 'C4', cash: 200 * YUAN })
    expect(await queue(opened)).toMatchObject([{ state: 'lapsed' }])
  })

  it('moves on with a word of how, and each step is kept as evidence', async () => {
    const opened = await book()
    const { api } = opened
    setClient(opened, { riskCapacity: 'C3', cash: 200 * YUAN })
    const [{ id } = { id: '' }] = await queue(opened)
    await expect(api.suitability.advanceNotice({ id, to: 'acknowledged', note: 'x' })).rejects.toThrow('cannot become')
    await expect(api.suitability.advanceNotice({ id, to: 'told', note: '  ' })).rejects.toThrow('a word on it')
    await api.suitability.advanceNotice({ id, to: 'told', note: '电话 REC-7' })
    const done = await api.suitability.advanceNotice({ id, to: 'acknowledged', note: 'SIGN-8' })
    expect(done.history.map(step => [step.state, step.evidence.length])).toEqual([
      ['queued', 0],
      ['told', 1],
      ['acknowledged', 1],
    ])
    const [last, first] = await api.suggestions.evidence({ clientId: 'C00001' })
    expect(first?.body).toMatchObject({ purpose: 'rejudge', reference: id, answer: null })
    expect(last?.body.answer).toMatchObject({ kind: 'confirmed', by: 'client', reference: 'SIGN-8' })
    expect((await api.suggestions.verify({})).whole).toBe(true)
    // a later change begins a notice of its own
    setClient(opened, { riskCapacity: 'C1', cash: 200 * YUAN })
    expect((await queue(opened)).map(each => [each.state, each.codes])).toEqual([
      ['queued', ['CALM']],
      ['acknowledged', ['BOLD']],
    ])
  })

  it('writes a letter that names the products and why, in both languages, without a wording finding', async () => {
    const opened = await book()
    setClient(opened, { riskCapacity: 'C3', cash: 200 * YUAN })
    const [line] = (await opened.api.suitability.notices({})).notices
    expect(line?.letter.zh).toContain('产品BOLD（BOLD）：R4 > C3，原因：风险承受能力变化')
    expect(line?.letter.en).toContain('R4 > C3, because of: changed risk capacity')
    expect(`${line?.letter.zh}${line?.letter.en}`).not.toMatch(/[{}]/)
  })

  it('leaves with the client who goes to another advisor, and no fact of that client stays', async () => {
    const opened = await book()
    setClient(opened, { riskCapacity: 'C3', cash: 200 * YUAN })
    await queue(opened)
    opened.store.write(tx =>
      tx.sync.applyPage({
        stream: 'clients',
        tier: 2,
        changes: [{ kind: 'delete', seq: 9, key: 'C00001', tier: null }] as never,
        cursor: 'c9',
        more: false,
        at: '2026-11-23T02:00:00.000Z',
      }),
    )
    expect(await queue(opened)).toEqual([])
    expect(JSON.stringify(opened.store.read(tx => tx.lastJudged()))).not.toContain('C00001')
  })
})
