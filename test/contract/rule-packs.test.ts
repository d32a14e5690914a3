import { describe, expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { Holding } from '../../src-main/model/holding.ts'
import { Product } from '../../src-main/model/product.ts'
import { Fen } from '../../src-main/model/units.ts'
import { openedBooks, type OpenedBook } from '../helpers/opened-book.ts'
import { putProducts } from '../helpers/put-products.ts'
import { suitabilityPacks } from '../helpers/rule-packs.ts'
import { sampleRow } from '../helpers/sample-rows.ts'
import { listedClients } from '../helpers/listed-clients.ts'

const open = openedBooks()
const [shipped] = suitabilityPacks()
if (shipped === undefined) throw new Error('no suitability pack')

/** C3 may hold R2 at most, from the given day on; the warning reads otherwise. */
const stricter = (effectiveOn = '2026-10-01', version = 'firm-2026-10') => ({
  ...shipped,
  version,
  effectiveOn,
  matrix: { ...shipped.matrix, C3: ['R1', 'R2'] },
  requirements: shipped.requirements.map(each =>
    each.id === 'tellOpinion' ? { ...each, text: { zh: '另一段告知文字。', en: 'Another text.' } } : each,
  ),
})

const product = (code: string, fields: object) =>
  Product.parse({ ...sampleRow('products', 1), code, name: code, variety: 1, ...fields })

/** Two clients at C3 and one at C4; an R3 product held by one of each level, an R2 product by the other. */
const book = async (): Promise<OpenedBook> => {
  const opened = await open()
  opened.store.write(tx => {
    ;(['C3', 'C3', 'C4'] as const).forEach((riskCapacity, i) => {
      tx.clients.put(Client.parse({ ...sampleRow('clients', i + 1), riskCapacity }))
      const code = i === 1 ? 'CALM' : 'MID'
      tx.holdings.put(Holding.parse({ ...sampleRow('holdings', i + 1), code, value: 10_000_00 }))
    })
  })
  putProducts(opened.store, [product('MID', { riskGrade: 'R3' }), product('CALM', { riskGrade: 'R2' })])
  return opened
}

const add = (opened: OpenedBook, pack: object) =>
  opened.api.rulePacks.add({ text: JSON.stringify(pack), file: 'firm.json' })

describe('a brought rule pack', () => {
  it('shows what it would change before it judges anything', async () => {
    const opened = await book()
    const { api } = opened
    await api.suggestions.draft({ clientId: 'C00001', code: 'MID', initiative: 'advisor', amount: Fen.parse(100) })
    await add(opened, stricter())
    const preview = await api.rulePacks.preview({ version: 'firm-2026-10' })
    expect(preview).toMatchObject({ against: shipped.version, date: '2026-11-23' })
    expect(preview.changes.map(each => [each.kind, each.which])).toEqual([
      ['matrix', 'C3'],
      ['requirement', 'tellOpinion'],
    ])
    // of the holders of R3 only the one at C3 loses its match
    expect(preview.clients).toMatchObject({ affected: 1, worse: 1 })
    expect(preview.clients.rows.map(row => [row.clientId, row.value])).toEqual([['C00001', 10_000_00]])
    expect(preview.holdings).toEqual({
      affected: 1,
      flows: [{ from: 'match', to: 'mismatch', holdings: 1, value: 10_000_00 }],
    })
    // both clients at C3 could buy it before
    expect(preview.products.rows.map(({ code, gained, lost }) => [code, gained, lost])).toEqual([['MID', 0, 2]])
    expect(preview.suggestions).toMatchObject({ open: 1, affected: 1 })
    expect(preview.suggestions.rows.map(row => [row.before, row.after])).toEqual([['match', 'mismatch']])
    expect(Object.fromEntries(preview.templates.map(each => [each.template, each]))).toMatchObject({
      account: { verdicts: 1, articles: 1, texts: 0 },
      segment: { verdicts: 1 },
      suggestion: { verdicts: 1, texts: 1 },
      fund: { verdicts: 0, articles: 0, texts: 0 },
    })
    // still the old rules
    const judged = await api.suggestions.judge({ clientId: 'C00001', code: 'MID', initiative: 'advisor' })
    expect(judged.verdict).toMatchObject({ verdict: 'match', pack: shipped.version })
  })

  it('shows whom it no longer takes for a professional, and does so once it is in force', async () => {
    const opened = await book()
    const { api, store } = opened
    store.write(tx => {
      // a professional by licence, without an end; at C2, and holds R3
      const licensed = { investorType: 'professional', professionalClass: 'A', professionalUntil: null } as const
      tx.clients.put(Client.parse({ ...sampleRow('clients', 1), ...licensed, riskCapacity: 'C2' }))
    })
    const view = async () => (await api.clients.view({ id: 'C00001' })).professionalGap
    expect(await view()).toBeNull()
    await add(opened, { ...shipped, version: 'firm-ends', effectiveOn: '2026-10-01', evidenceWithoutEnd: [] })
    const preview = await api.rulePacks.preview({ version: 'firm-ends' })
    expect(preview.changes.map(each => [each.kind, each.before, each.after])).toEqual([['evidenceWithoutEnd', 'A', '']])
    expect(preview.clients.rows.map(row => row.clientId)).toEqual(['C00001'])
    expect(preview.holdings.flows).toMatchObject([{ from: 'match', to: 'mismatch', holdings: 1 }])
    // an ordinary investor at C2 may hold R2
    expect(preview.products.rows.map(({ code, lost, otherwise }) => [code, lost, otherwise])).toEqual([
      ['MID', 1, 0],
      ['CALM', 0, 1],
    ])
    expect((await listedClients(api)).find(row => row.id === 'C00001')?.mismatch).toBe(0)
    await api.rulePacks.activate({ kind: 'suitability', version: 'firm-ends' })
    expect(await view()).toBe('noEnd')
    expect((await listedClients(api)).find(row => row.id === 'C00001')).toMatchObject({
      investorType: 'ordinary',
      mismatch: 1,
    })
  })

  it('rules from its date on once it is in force, beside the others, and can be taken back', async () => {
    const opened = await book()
    const { api, setNow } = opened
    const verdict = async () =>
      (await api.suggestions.judge({ clientId: 'C00001', code: 'MID', initiative: 'advisor' })).verdict
    await add(opened, stricter('2026-11-25'))
    const lines = await api.rulePacks.activate({ kind: 'suitability', version: 'firm-2026-10' })
    expect(lines.filter(each => each.kind === 'suitability').map(each => [each.version, each.state])).toEqual([
      ['2026-12-12-default-3', 'upcoming'],
      ['firm-2026-10', 'upcoming'],
      ['2017-07-01-default-3', 'inForce'],
    ])
    expect(await verdict()).toMatchObject({ verdict: 'match', pack: shipped.version })
    setNow('2026-11-25T02:00:00.000Z')
    expect(await verdict()).toMatchObject({ verdict: 'mismatch', pack: 'firm-2026-10', codes: ['RISK_ABOVE'] })
    setNow('2026-12-12T02:00:00.000Z')
    expect(await verdict()).toMatchObject({ verdict: 'match', pack: '2026-12-12-default-3' })
    setNow('2026-11-25T02:00:00.000Z')
    await api.rulePacks.retire({ kind: 'suitability', version: 'firm-2026-10' })
    expect(await verdict()).toMatchObject({ verdict: 'match', pack: shipped.version })
  })

  it('changes the book at once, and the chain says who put which text into force', async () => {
    const opened = await book()
    const { api, store } = opened
    const mismatches = async () => (await listedClients(api)).filter(row => row.mismatch > 0).map(row => row.id)
    await add(opened, stricter())
    expect(await mismatches()).toEqual([])
    await api.rulePacks.activate({ kind: 'suitability', version: 'firm-2026-10' })
    expect(await mismatches()).toEqual(['C00001'])
    const last = store.read(tx => tx.evidence.last())
    expect([last?.kind, JSON.parse(last?.body ?? '{}')]).toMatchObject([
      'rulePack',
      { action: 'activated', version: 'firm-2026-10' },
    ])
    expect((await api.suggestions.verify({})).whole).toBe(true)
  })

  it('judges its old verdicts again after it was taken out of force', async () => {
    const opened = await book()
    const { api } = opened
    await add(opened, stricter())
    await api.rulePacks.activate({ kind: 'suitability', version: 'firm-2026-10' })
    await api.suggestions.check({ clientId: 'C00001', code: 'MID', initiative: 'advisor' })
    await api.rulePacks.retire({ kind: 'suitability', version: 'firm-2026-10' })
    await expect(api.rulePacks.remove({ kind: 'suitability', version: 'firm-2026-10' })).rejects.toThrow('it stays')
    expect(await api.suggestions.verify({})).toMatchObject({
      whole: true,
      rerun: { same: 1, different: [], packUnknown: [] },
    })
  })

  it('can be forgotten while it waits', async () => {
    const opened = await book()
    await add(opened, stricter())
    const lines = await opened.api.rulePacks.remove({ kind: 'suitability', version: 'firm-2026-10' })
    expect(lines.map(each => each.version)).not.toContain('firm-2026-10')
  })

  it('counts its marks and gives every rule with article and text', async () => {
    const { api } = await book()
    const [line] = (await api.rulePacks.list({})).filter(each => each.version === shipped.version)
    const { rules } = await api.rulePacks.rules({ version: shipped.version })
    const count = (mark: string) => rules.filter(rule => rule.mark === mark).length
    expect(line?.marks).toEqual({
      verified: count('verified'),
      quoted: count('quoted'),
      unverified: count('unverified'),
    })
    expect(rules.every(rule => rule.article !== '' && rule.text !== '')).toBe(true)
  })
})

describe('a pack file that cannot be used', () => {
  it.each([
    ['{', 'no JSON'],
    ['{}', 'does not fit its schema'],
    [JSON.stringify({ ...stricter(), matrix: { ...stricter().matrix, C9: ['R1'] } }), 'matrix'],
    [JSON.stringify({ ...stricter(), effectiveOn: '2026-02-30' }), 'effectiveOn'],
    [
      JSON.stringify({ ...stricter(), matrix: { ...shipped.matrix, C1min: ['R1', 'R2'] } }),
      'matrix.C1min: the lowest category may hold R1 only',
    ],
    [JSON.stringify({ ...stricter(), matrix: { ...shipped.matrix, C4: ['R1', 'R2', 'R4'] } }), 'must hold R3 too'],
    [JSON.stringify({ ...stricter(), matrix: { ...shipped.matrix, C3: ['R1'] } }), 'must hold R2, which C2 may hold'],
    [
      JSON.stringify({
        ...stricter(),
        occasions: { ...shipped.occasions, allow: { rules: ['nowhere'], requirements: [] } },
      }),
      'no rule nowhere',
    ],
    [JSON.stringify(stricter('2026-10-01', shipped.version)), 'with another text'],
  ])('is refused with its reason: %#', async (text, reason) => {
    const { api } = await book()
    const before = await api.rulePacks.list({})
    await expect(api.rulePacks.add({ text, file: 'firm.json' })).rejects.toThrow(reason)
    expect(await api.rulePacks.list({})).toEqual(before)
  })
})

const pull = (opened: OpenedBook, body: unknown) =>
  opened.store.write(tx =>
    tx.sync.applyPage({
      stream: 'rulePacks',
      tier: null,
      changes: [
        {
          kind: 'put',
          seq: 1,
          key: 'suitability|firm-2026-10',
          tier: null,
          row: { kind: 'suitability', version: 'firm-2026-10', effectiveOn: '2026-10-01', body },
        },
      ] as never,
      cursor: 'c1',
      more: false,
      at: '2026-11-23T02:00:00.000Z',
    }),
  )

describe('a pack from head office', () => {
  it('rules from its date on without being asked', async () => {
    const opened = await book()
    pull(opened, stricter())
    const lines = await opened.api.rulePacks.list({})
    expect(lines.find(each => each.state === 'inForce')).toMatchObject({
      version: 'firm-2026-10',
      origin: 'headOffice',
    })
    const { verdict } = await opened.api.suggestions.judge({ clientId: 'C00001', code: 'MID', initiative: 'advisor' })
    expect(verdict.pack).toBe('firm-2026-10')
    await expect(opened.api.rulePacks.retire({ kind: 'suitability', version: 'firm-2026-10' })).rejects.toThrow(
      'brought as a file',
    )
  })
})
