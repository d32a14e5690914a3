import { safe } from '@orpc/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReportRow } from '../../src-main/contract/reports.ts'
import type { ContractClient } from '../helpers/engine-transports.ts'
import { pdfFacts } from '../helpers/pdf-facts.ts'
import { syncedEngine, type SyncedEngine } from '../helpers/synced-engine.ts'
import { listedClients } from '../helpers/listed-clients.ts'

let book: SyncedEngine
beforeAll(async () => {
  book = await syncedEngine(45)
})
afterAll(() => book.close())

type Wanted = Parameters<ContractClient['reports']['make']>[0]

const make = async (wanted: Pick<Wanted, 'kind' | 'subject'> & Partial<Wanted>): Promise<ReportRow> => {
  let row: ReportRow | null = null
  for await (const step of await book.client.reports.make({ edition: 'client', locale: 'zh-CN', ...wanted }))
    if (step.kind === 'done') row = step.report
  if (row === null) throw new Error('the report has no end')
  return row
}

const textOf = async (row: ReportRow): Promise<string> => {
  const pdf = book.engine.session.opened().workspace.store.read(tx => tx.reports.pdf(row.id))
  return (await pdfFacts(pdf ?? new Uint8Array())).text
}

it('funds are compared in one file that names each of them', async () => {
  const funds = (await book.client.funds.list({})).filter(fund => fund.type !== 'money').slice(0, 3)
  const row = await make({ kind: 'comparison', subject: funds.map(fund => fund.code).join(',') })
  expect(row).toMatchObject({ kind: 'comparison', edition: 'client', findings: 0 })
  expect(row.id).toMatch(/^FC-\d{8}-0001$/)
  const text = await textOf(row)
  for (const fund of funds) expect(text).toContain(fund.code)
})

it('one fund, seven funds and the same fund twice are no comparison', async () => {
  for (const subject of ['990001', '1,2,3,4,5,6,7', '990001,990001']) {
    const { error } = await safe(make({ kind: 'comparison', subject }))
    expect((error as { data?: { code?: string } } | null)?.data).toMatchObject({ code: 'invalidInput' })
  }
})

it('the segment review counts the whole book, names no client and is internal whatever was asked for', async () => {
  const row = await make({ kind: 'segment', subject: 'quarter' })
  expect(row).toMatchObject({ edition: 'internal', kind: 'segment' })
  const text = await textOf(row)
  expect(text).toContain('45 户')
  expect(text).toContain('内部版')
  const names = (await listedClients(book.client)).map(client => client.name)
  expect(names.filter(name => text.includes(name))).toEqual([])
})

it('reports of one kind and day are numbered without a gap, two made at once included', async () => {
  const [fund] = (await book.client.funds.list({})).filter(each => each.type !== 'money')
  const wanted = { kind: 'fund', subject: fund?.code ?? '' } as const
  const rows = await Promise.all([make(wanted), make(wanted)])
  const third = await make(wanted)
  expect([...rows.map(row => row.id).toSorted(), third.id].map(id => id.slice(-4))).toEqual(['0001', '0002', '0003'])
})

it('two versions of a report about one client are set against each other as the book really changed between them', async () => {
  const { store } = book.engine.session.opened().workspace
  const ids = (await listedClients(book.client)).map(row => row.id)
  const codesOf = (id: string): readonly string[] => store.read(tx => tx.holdings.ofClient(id)).map(row => row.code)
  // several products, each in one account only
  const subject = ids.find(id => codesOf(id).length >= 3 && new Set(codesOf(id)).size === codesOf(id).length) ?? ''
  const first = await make({ kind: 'account', subject })
  const [sold, kept] = store.read(tx => tx.holdings.ofClient(subject))
  if (sold === undefined || kept === undefined) throw new Error('the client holds too little')
  store.write(tx => tx.holdings.remove(`${sold.accountId}|${sold.code}`))
  const second = await make({ kind: 'account', subject })
  // named the wrong way round, the older one stands first anyway
  const { before, after, figures, holdings } = await book.client.deliveries.compare({ a: second.id, b: first.id })
  expect([before.id, after.id]).toEqual([first.id, second.id])
  expect(holdings.find(row => row.code === sold.code)).toMatchObject({ kind: 'gone', after: null })
  expect(holdings.filter(row => row.kind !== 'kept').map(row => row.code)).toEqual([sold.code])
  // what is left has the same value and a larger share
  const other = holdings.find(row => row.code === kept.code)
  expect(other?.after?.value).toBe(other?.before?.value)
  expect(other?.change).toBeCloseTo((other?.after?.share ?? 0) - (other?.before?.share ?? 0), 9)
  expect(other?.change).toBeGreaterThan(0)
  const gone = holdings.find(row => row.code === sold.code)?.before?.value ?? 0
  expect(gone).toBeGreaterThan(0)
  expect(figures.find(row => row.id === 'totalAssets')?.change).toBe(-gone)
})
