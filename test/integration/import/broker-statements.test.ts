import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AccountId, ClientId, ProductCode } from '../../../src-main/model/ids.ts'
import {
  brokerShapes,
  headOf,
  names,
  statementLines,
  type ExpectedTrade,
  type Layout,
} from '../../helpers/broker-statement.ts'
import { applied, previewed, undone } from '../../helpers/import-steps.ts'
import { openedBooks, type OpenedBook } from '../../helpers/opened-book.ts'
import { putProducts } from '../../helpers/put-products.ts'
import { sampleClient } from '../../helpers/sample-client.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { statementFormats } from '../../helpers/statement-file.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const newBook = openedBooks()
let folder = temporaryFolder()
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder[Symbol.dispose]())

const writers = Object.entries(statementFormats)
const layouts = Object.entries(brokerShapes.brokers).map(([broker, layout], i) => {
  const [format, write] = writers[i % writers.length] ?? writers[0] ?? []
  if (format === undefined || write === undefined) throw new Error('no format')
  return { broker, layout, shift: i, format, write }
})

/** The file of a layout: titles, head, lines, an empty one, the first line again, totals; and what becomes of its lines. */
const statement = (layout: Layout, shift: number) => {
  const head = headOf(layout)
  const lines = statementLines(layout, shift)
  const rows = lines.map(({ cells }) => head.map(name => cells[name] ?? ''))
  const titles = [['某某证券 对账单'], ['资金账号：0100200300', '币种：人民币'], ['']]
  const totals = head.map((_, i) => (i === 0 ? '合计' : i === head.length - 1 ? '1,234.56' : ''))
  const table = [...titles, [...head], ...rows, head.map(() => ''), rows[0] ?? [], totals]
  return {
    table,
    trades: lines.flatMap(({ expected }) => (typeof expected === 'string' ? [] : [expected])),
    // the first line of a file is 1, so the lines begin behind titles and head
    rejects: lines.flatMap(({ expected }, i) =>
      typeof expected === 'string' ? [[titles.length + 2 + i, expected] as const] : [],
    ),
  }
}

const inOrder = (trades: readonly ExpectedTrade[]): readonly string[] =>
  trades
    .map(({ date, side, code, units, price, amount, fee }) =>
      JSON.stringify({ date, side, code, units, price, amount, fee }),
    )
    .toSorted()

const tradesOf = (book: OpenedBook) => book.store.read(tx => tx.trades.ofClient('C1'))

const bookOf = async (withProducts: boolean): Promise<OpenedBook> => {
  const book = await newBook()
  book.store.write(tx => tx.clients.put({ ...sampleClient, id: ClientId.parse('C1') }))
  if (withProducts)
    putProducts(
      book.store,
      Object.entries(names).map(([code, name]) => ({
        ...(sampleRow('products') as Parameters<typeof putProducts>[1][number]),
        code: ProductCode.parse(code),
        name,
      })),
    )
  return book
}

describe.skipIf(layouts.length === 0)('the statement of', () => {
  test.each(layouts)('$broker comes whole out of $format', async ({ layout, shift, write }) => {
    const isByName = layout['StockCode'] === null
    const { table, trades, rejects } = statement(layout, shift)
    const { name, content } = await write(table)
    const path = join(folder.path, name)
    writeFileSync(path, content)
    const book = await bookOf(isByName)
    const { api, imports } = book
    const asked = () => ({ source: imports.open([path]), clientId: 'C1', mappings: [] })

    const first = asked()
    const preview = await previewed(api.imports, first)
    const [shown] = preview.tables
    expect(shown?.rejects.map(({ line, reason }) => [line, reason.zh])).toEqual(rejects)
    expect(shown).toMatchObject({ ready: trades.length, rejected: rejects.length, duplicates: 1, skipped: 1 })
    expect(tradesOf(book)).toEqual([])

    const outcome = await applied(api.imports, first)
    expect(outcome.counts.find(each => each.stream === 'trades')).toMatchObject({ added: trades.length, changed: 0 })
    expect(inOrder(tradesOf(book))).toEqual(inOrder(trades))
    expect(new Set(tradesOf(book).map(each => [each.accountId, each.status].join()))).toEqual(
      new Set(['0100200300,confirmed']),
    )

    const again = await previewed(api.imports, asked())
    expect(again.counts.map(({ added, changed }) => [added, changed])).toEqual(again.counts.map(() => [0, 0]))
    expect(again.counts.find(each => each.stream === 'trades')?.same).toBe(trades.length)

    await undone(api.imports, outcome.id)
    expect(tradesOf(book)).toEqual([])
    expect(book.store.read(tx => tx.accounts.byKey(AccountId.parse('0100200300')))).toBeNull()
  })

  const nameless = layouts.filter(({ layout }) => layout['StockCode'] === null)
  test.each(nameless)('$broker names no codes: an empty book says what is missing and what to do', async each => {
    const { table } = statement(each.layout, each.shift)
    const { name, content } = await each.write(table)
    const path = join(folder.path, name)
    writeFileSync(path, content)
    const { api, imports } = await bookOf(false)
    const asked = { source: imports.open([path]), clientId: 'C1', mappings: [] }
    const { tables } = await previewed(api.imports, asked)
    // what needs no product is ready: money in and out
    expect(tables[0]?.ready).toBe(2)
    expect(tables[0]?.rejects[0]?.reason.zh).toMatch(/^文件没有证券代码，客户簿里也没有名为“示例.+”的唯一产品：请先/)
    expect(tables[0]?.rejects[0]?.reason.en).toMatch(/^no security code, and .* first/)
  })
})
