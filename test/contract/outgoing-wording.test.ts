import { describe, expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { Holding } from '../../src-main/model/holding.ts'
import { Product } from '../../src-main/model/product.ts'
import { Suggestion } from '../../src-main/model/suggestion.ts'
import { Fen } from '../../src-main/model/units.ts'
import { openedBooks, type OpenedBook } from '../helpers/opened-book.ts'
import { putProducts } from '../helpers/put-products.ts'
import { suitabilityPacks } from '../helpers/rule-packs.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

// Mails, their subjects and reports of the client edition are tried in test/integration/deliveries.
const open = openedBooks()
const clientId = 'C00001'
const forbidden = '保证收益8%的那一只'

/** A client at C3 who holds a fitting product whose name no client may read. */
const book = async (name = forbidden): Promise<OpenedBook> => {
  const opened = await open()
  opened.store.write(tx => {
    tx.clients.put(Client.parse({ ...sampleRow('clients', 1), variety: 2, cash: 50_000_000 }))
    tx.holdings.put(Holding.parse({ ...sampleRow('holdings', 1), code: 'ODD', value: 10_000_000 }))
  })
  putProducts(opened.store, [
    Product.parse({ ...sampleRow('products', 1), code: 'ODD', name, variety: 2, riskGrade: 'R3' }),
  ])
  return opened
}

const advice = { clientId, code: 'ODD', amount: Fen.parse(1_000_000) } as const

/** A notice for a holding of that name, and the attempt to tell the client. */
const noticeOf = async (name: string) => {
  const opened = await book(name)
  opened.session.rematch()
  opened.store.write(tx => {
    const client = tx.clients.byKey(clientId)
    if (client !== null) tx.clients.put({ ...client, riskCapacity: 'C2' })
  })
  opened.session.rematch()
  const [line] = (await opened.api.suitability.notices({})).notices
  if (line === undefined) throw new Error('no notice')
  return { line, tell: opened.api.suitability.advanceNotice({ id: line.notice.id, to: 'told', note: '信函 7' }) }
}

describe('what goes out to a client', () => {
  it('as a notice of article 21 is neither copied nor told while its letter has a finding', async () => {
    const bad = await noticeOf(forbidden)
    expect(bad.line.findings).toContain('保证收益')
    await expect(bad.tell).rejects.toThrow('wording finding')
    const good = await noticeOf('稳健一号')
    expect(good.line.findings).toEqual([])
    expect((await good.tell).state).toBe('told')
  })

  it('as a letter on an event of a product counts its findings', async () => {
    const event = { kind: 'managerChanged' } as const
    const findings = async (name: string) => {
      const { api } = await book(name)
      const made = await api.products.draft({ code: 'ODD', event, clientIds: [clientId] })
      return made.drafts[0]?.findings
    }
    expect(await findings(forbidden)).toBeGreaterThan(0)
    expect(await findings('稳健一号')).toBe(0)
  })

  it('as a suggestion is not shown while its product or a text of its pack has a finding', async () => {
    const { api } = await book()
    const drafted = await api.suggestions.draft({ ...advice, initiative: 'advisor' })
    if (drafted.kind !== 'drafted') throw new Error('refused')
    const { id } = drafted.suggestion
    await expect(api.suggestions.advance({ id, to: 'shown', reference: '' })).rejects.toThrow('wording finding')
    expect((await api.suggestions.ofClient({ clientId }))[0]?.state).toBe('drafted')
  })

  it('as a text of a brought pack is stopped before it is shown', async () => {
    const [shipped] = suitabilityPacks()
    if (shipped === undefined) throw new Error('no pack')
    const requirements = shipped.requirements.map(each => ({
      ...each,
      text: { zh: '本产品稳赚不赔。', en: 'You cannot lose.' },
    }))
    const { api } = await book('稳健一号')
    const text = JSON.stringify({ ...shipped, version: 'firm-1', effectiveOn: '2026-10-01', requirements })
    await api.rulePacks.add({ text, file: 'firm.json' })
    await api.rulePacks.activate({ kind: 'suitability', version: 'firm-1' })
    const drafted = await api.suggestions.draft({ ...advice, initiative: 'advisor' })
    if (drafted.kind !== 'drafted') throw new Error('refused')
    expect(drafted.suggestion.verdict.requirements.length).toBeGreaterThan(0)
    const { id } = drafted.suggestion
    await expect(api.suggestions.advance({ id, to: 'shown', reference: '' })).rejects.toThrow('wording finding')
  })
})

describe('the words of a client who asks for a product', () => {
  const wish = '11-23 来电：就要这一只，录音 REC-9'

  it('are frozen with every verdict of the wish, and compared when the chain is verified', async () => {
    const { api, store } = await book('稳健一号')
    const drafted = await api.suggestions.draft({ ...advice, initiative: 'client', wish })
    if (drafted.kind !== 'drafted') throw new Error('refused')
    const { id } = drafted.suggestion
    await api.suggestions.advance({ id, to: 'shown', reference: '' })
    const records = await api.suggestions.evidence({ clientId })
    expect(records.map(each => each.body.wish)).toEqual([wish, wish])
    expect(await api.suggestions.verify({})).toMatchObject({ whole: true, rerun: { same: 2 } })

    store.write(tx => {
      const record = tx.suggestions.byId(id)
      if (record === null) throw new Error('no suggestion')
      const body = { ...Suggestion.parse(record.body), wish: '客户什么都没说' }
      tx.suggestions.put({ ...record, body })
    })
    const report = await api.suggestions.verify({})
    expect(report).toMatchObject({ whole: false, faults: [{ kind: 'wishDiffers', id }] })
  })

  it('are frozen with a refusal too, and not with an advice', async () => {
    const { api, store } = await book('稳健一号')
    store.write(tx => {
      const client = tx.clients.byKey(clientId)
      if (client !== null) tx.clients.put({ ...client, riskCapacity: 'C1min' })
    })
    const refused = await api.suggestions.draft({ ...advice, initiative: 'client', wish })
    expect(refused.kind).toBe('refused')
    await api.suggestions.draft({ ...advice, initiative: 'advisor', wish })
    const records = await api.suggestions.evidence({ clientId })
    expect(records.map(each => [each.body.context.initiative, each.body.wish])).toEqual([
      ['advisor', undefined],
      ['client', wish],
    ])
  })
})
