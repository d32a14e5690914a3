import { describe, expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { Fen } from '../../src-main/model/units.ts'
import { openedBooks, type OpenedBook } from '../helpers/opened-book.ts'
import { sampleRow } from '../helpers/sample-rows.ts'
import { listedClients } from '../helpers/listed-clients.ts'

const open = openedBooks()
const YUAN = 100

/** One client for each of the given assets in yuan, without trades, so that only assets decide the tier. */
const withAssets = async (...yuan: readonly number[]): Promise<OpenedBook> => {
  const opened = await open()
  opened.store.write(tx => {
    yuan.forEach((assets, i) =>
      tx.clients.put(
        Client.parse({
          ...sampleRow('clients', i + 1),
          averageAssets: assets * YUAN,
          latestAssets: assets * YUAN,
          cash: assets * YUAN,
          revenue365: 0,
        }),
      ),
    )
  })
  opened.workspace.recordCells()
  return opened
}

const tiers = async ({ api }: OpenedBook): Promise<readonly (number | null)[]> =>
  (await listedClients(api)).toSorted((a, b) => a.id.localeCompare(b.id)).map(row => row.tier)

const activeOf = async ({ api }: OpenedBook) => {
  const line = (await api.segmentRules.packs({})).find(each => each.active)
  if (line === undefined) throw new Error('no pack is in force')
  return line
}

/** Tier 5 from 8 million instead of 10. */
const lower = (thresholds: Awaited<ReturnType<typeof activeOf>>['thresholds']) => ({
  ...thresholds,
  assetMarks: thresholds.assetMarks.with(3, Fen.parse(8_000_000 * YUAN)),
})

describe('the what-if of the segment rules', () => {
  it('tells who would move before anything is saved', async () => {
    const book = await withAssets(9_000_000, 20_000_000, 4_000_000)
    const { thresholds } = await activeOf(book)
    const before = await tiers(book)
    expect(before).toEqual([4, 5, 4])
    const effect = await book.api.segmentRules.whatIf(lower(thresholds))
    expect(effect).toMatchObject({ moved: 1, up: 1, down: 0, style: 0 })
    expect(effect.clients.map(each => each.clientId)).toEqual(['C00001'])
    // the labels beside the drawn cells are those of the draft
    expect(effect.tiers.find(each => each.tier === 5)?.from).toBe(8_000_000 * YUAN)
    expect(effect.cells.reduce((sum, cell) => sum + cell.count, 0) + effect.undetermined).toBe(3)
    expect(effect.cells.reduce((sum, cell) => sum + cell.movedIn, 0)).toBe(1)
    expect(effect.cells.reduce((sum, cell) => sum + cell.movedOut, 0)).toBe(1)
    // two clients of tier 5 instead of one: more hours than before
    expect(effect.hours.after.needed).toBeGreaterThan(effect.hours.before.needed)
    expect(await tiers(book)).toEqual(before)
  })

  it('saves a new version that is in force at once, and goes back to the old one', async () => {
    const book = await withAssets(9_000_000, 20_000_000)
    const shipped = await activeOf(book)
    book.setNow('2026-11-23T03:00:00.000Z')
    const saved = await book.api.segmentRules.save({ thresholds: lower(shipped.thresholds), name: '八百万' })
    expect(await tiers(book)).toEqual([5, 5])
    expect((await activeOf(book)).version).toBe(saved.version)
    expect((await book.api.matrix.view({})).pack.version).toBe(saved.version)
    book.setNow('2026-11-23T04:00:00.000Z')
    const lines = await book.api.segmentRules.activate({ version: shipped.version })
    expect(lines.map(line => [line.version, line.active])).toEqual([
      [saved.version, false],
      [shipped.version, true],
      ['2026.11.2', false],
    ])
    // 9,000,000 is not under 90 % of 10,000,000: whoever was moved up stays by the hysteresis of the old rules
    expect(await tiers(book)).toEqual([5, 5])
  })

  it('goes back to an older version that shipped, says what changed since, and takes a new one from there', async () => {
    const book = await withAssets(9_000_000)
    const standard = async () => (await book.api.matrix.cell({ tier: 4, style: 'wealth' })).service.cadenceDays
    const newest = await activeOf(book)
    expect([newest.shipped, newest.changes?.zh.includes('60 天'), await standard()]).toEqual([true, true, 60])
    await book.api.segmentRules.activate({ version: '2026.11.2' })
    expect([(await activeOf(book)).version, await standard()]).toEqual(['2026.11.2', 30])
    const { thresholds } = await activeOf(book)
    const saved = await book.api.segmentRules.save({ thresholds: lower(thresholds), name: '旧标准' })
    // what is made here has no list of changes of somebody else's
    expect([saved.changes, saved.shipped, await standard()]).toEqual([null, false, 30])
    await book.api.segmentRules.activate({ version: newest.version })
    expect(await standard()).toBe(60)
  })

  it('keeps the reasons of a cell as the pack of that day gave them', async () => {
    const book = await withAssets(9_000_000)
    const shipped = await activeOf(book)
    book.setNow('2026-11-24T02:00:00.000Z')
    const saved = await book.api.segmentRules.save({ thresholds: lower(shipped.thresholds), name: '八百万' })
    book.setNow('2026-11-25T02:00:00.000Z')
    await book.api.segmentRules.activate({ version: shipped.version })
    const { history } = await book.api.clients.view({ id: 'C00001' })
    expect(history.map(({ from, to, pack }) => [from, to, pack])).toEqual([
      ['4-wealth', '5-wealth', saved.version],
      [null, '4-wealth', shipped.version],
    ])
    // 9 million reach tier 5 from 8 million on, not from the 10 million of the pack in force now
    expect(history[0]?.why.zh).toContain('20 日均 900.00万 ≥ 800.00万')
    expect(history[1]?.why.zh).toContain('20 日均 900.00万 ≥ 300.00万')
  })

  it('survives closing the book', async () => {
    const book = await withAssets(9_000_000)
    const { thresholds } = await activeOf(book)
    const { version } = await book.api.segmentRules.save({ thresholds: lower(thresholds), name: '八百万' })
    const { Workspace } = await import('../../src-main/services/workspace/workspace.ts')
    const { store, workspace } = book
    const again = new Workspace({
      store,
      rules: { ...workspace.rules, segments: workspace.shippedSegments },
      clock: { now: () => '2026-11-23T05:00:00.000Z' as never, monotonic: () => 0, wait: () => Promise.resolve() },
      demo: false,
      maker: workspace.maker,
    })
    expect(again.rules.segments.version).toBe(version)
    again.close()
  })

  it('moves the marks of a style and the standard of a cell as well', async () => {
    const book = await withAssets(9_000_000, 20_000_000)
    const { thresholds } = await activeOf(book)
    const draft = {
      ...thresholds,
      standards: thresholds.standards.map(cell => ({ ...cell, cadenceDays: 7, minutes: 60, batch: false })),
    }
    const effect = await book.api.segmentRules.whatIf(draft)
    // two clients, an hour a week each
    expect(effect).toMatchObject({ moved: 0, hours: { after: { needed: 2, planned: 2 } } })
    const saved = await book.api.segmentRules.save({ thresholds: draft, name: 'weekly' })
    expect(saved.thresholds.standards.every(cell => cell.cadenceDays === 7)).toBe(true)
    const { service } = await book.api.matrix.cell({ tier: 5, style: 'wealth' })
    expect(service).toMatchObject({ cadenceDays: 7, minutes: 60 })
    const heavier = thresholds.scores.wealth.map(part => ({ ...part, weight: 1 }))
    await expect(
      book.api.segmentRules.whatIf({ ...thresholds, scores: { ...thresholds.scores, wealth: heavier } }),
    ).rejects.toMatchObject({ data: { code: 'invalidInput' } })
  })

  it('refuses marks that do not rise', async () => {
    const book = await withAssets(1)
    const { thresholds } = await activeOf(book)
    const broken = {
      ...thresholds,
      assetMarks: thresholds.assetMarks.with(1, thresholds.assetMarks[0] ?? Fen.parse(1)),
    }
    await expect(book.api.segmentRules.whatIf(broken)).rejects.toThrow()
    await expect(book.api.segmentRules.activate({ version: 'unknown' })).rejects.toMatchObject({
      data: { code: 'notFound' },
    })
  })
})

describe('two recorded runs', () => {
  it('are compared way by way: up, down, added and left', async () => {
    const book = await withAssets(9_000_000, 20_000_000, 100_000)
    const put = (n: number, yuan: number) =>
      book.store.write(tx =>
        tx.clients.put(
          Client.parse({
            ...sampleRow('clients', n),
            averageAssets: yuan * YUAN,
            latestAssets: yuan * YUAN,
            cash: yuan * YUAN,
            revenue365: 0,
          }),
        ),
      )
    put(1, 11_000_000)
    put(2, 5_000_000)
    put(4, 600_000)
    book.store.write(tx => tx.clients.remove('C00003'))
    book.setNow('2026-11-24T02:00:00.000Z')
    book.workspace.recordCells()
    const [to, from] = await book.api.segmentRules.runs({})
    const migration = await book.api.segmentRules.compare({ from: from?.at ?? '', to: to?.at ?? '' })
    expect(migration).toMatchObject({ stayed: 0, up: 1, down: 1, style: 0, added: 1, left: 1 })
    expect(migration.flows.reduce((sum, flow) => sum + flow.clients, 0)).toBe(4)
  })
})

describe('the clients of one way', () => {
  it('are named with what decided it', async () => {
    const book = await withAssets(9_000_000, 20_000_000)
    book.store.write(tx =>
      tx.clients.put(
        Client.parse({
          ...sampleRow('clients', 2),
          averageAssets: 5_000_000 * YUAN,
          latestAssets: 5_000_000 * YUAN,
          cash: 5_000_000 * YUAN,
          revenue365: 0,
        }),
      ),
    )
    book.setNow('2026-11-24T02:00:00.000Z')
    book.workspace.recordCells()
    const [to, from] = await book.api.segmentRules.runs({})
    const { flows } = await book.api.segmentRules.compare({ from: from?.at ?? '', to: to?.at ?? '' })
    const way = flows.find(flow => flow.from !== flow.to)
    const clients = await book.api.segmentRules.flow({
      from: from?.at ?? '',
      to: to?.at ?? '',
      fromCell: way?.from ?? null,
      toCell: way?.to ?? null,
    })
    expect(clients.map(each => each.clientId)).toEqual(['C00002'])
    // 5 million is under 9 million, which is 90 % of 10 million
    expect(clients[0]?.why.zh).toBe('20 日均 500.00万 < 900.00万（1,000.00万的 90%）')
  })
})

describe('the book cut by another axis', () => {
  it.each(['risk', 'age', 'need', 'cash', 'revenue'])('%s puts every client in exactly one place', async axis => {
    const book = await withAssets(9_000_000, 20_000_000, 100_000, 10)
    const view = await book.api.segmentRules.cut({ axis })
    expect(view.cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(4)
    expect(view.cells).toHaveLength(view.rows.length * 5)
    // 9 million is band 4, 20 million band 5, 100,000 band 2, 10 yuan band 1
    const inBand = (band: number) =>
      view.cells.filter(cell => cell.band === band).reduce((sum, cell) => sum + cell.count, 0)
    expect([5, 4, 3, 2, 1].map(inBand)).toEqual([1, 1, 0, 1, 1])
    const found = await Promise.all(
      view.cells.map(({ row, band }) => book.api.segmentRules.cutClients({ axis, row, band })),
    )
    expect(found.map(ids => ids.length)).toEqual(view.cells.map(cell => cell.count))
  })
  it('is chosen from the list of the rules; another is refused', async () => {
    const book = await open()
    const cuts = await book.api.segmentRules.cuts({})
    expect(cuts.map(each => each.id)).toEqual(['risk', 'need', 'age', 'cash', 'revenue'])
    await expect(book.api.segmentRules.cut({ axis: 'weather' })).rejects.toMatchObject({
      data: { code: 'notFound', where: 'weather' },
    })
  })
})
