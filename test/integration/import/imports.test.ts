import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applied, previewed, undone } from '../../helpers/import-steps.ts'
import { openedBooks, type OpenedBook } from '../../helpers/opened-book.ts'
import { hasShared } from '../../helpers/shared-folder.ts'
import { listedClients } from '../../helpers/listed-clients.ts'

const newBook = openedBooks()
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-import-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const clients = `客户号,姓名,总资产（万元）,C级,投资者类型,标签
="0001",陆知远,"1,234.56",C3（稳健型）,普通,高净值
="0002",某某有限公司,９９．５,C5,专业投资者B类,
="0003",王小明,12x,C1,普通,
合计,,1334.06,,,
`
const text = (content: string): Uint8Array => new TextEncoder().encode(content)

const request = async ({ imports }: OpenedBook, ...paths: readonly string[]) => ({
  source: imports.open(paths),
  clientId: null,
  mappings: [],
})

describe('an import of files', () => {
  test('shows counts and rejects before a row is written', async () => {
    const book = await newBook()
    const preview = await previewed(
      book.api.imports,
      await request(book, file('客户.csv', iconv.encode(clients, 'gbk'))),
    )
    expect(preview.tables[0]).toMatchObject({ format: 'GBK CSV', lines: 4, ready: 2, skipped: 1, rejected: 1 })
    expect(preview.tables[0]?.rejects[0]).toMatchObject({ line: 4, reason: { zh: '总资产（万元）：“12x”不是数字' } })
    expect(preview.counts).toEqual([
      { stream: 'clients', added: 2, changed: 0, same: 0 },
      { stream: 'tags', added: 1, changed: 0, same: 0 },
    ])
    expect(book.store.read(tx => tx.clients.count())).toBe(0)
  })

  test('says before a row is written which professionals it takes as ordinary, and why', async () => {
    const book = await newBook()
    const lines = [
      ['C1', '专业投资者', ''],
      ['C2', '专业投资者（B类）', '2099-12-31'],
      ['C3', '专业C类', '长期'],
      ['C4', '专业B', '2020-12-31'],
      ['C5', '专业A', ''],
      ['C6', '非专业投资者', ''],
      ['C7', 'professional', ''],
    ]
    const content = `客户号,姓名,投资者类型,专业投资者有效期\n${lines.map(([id, ...rest]) => [id, `客户${id}`, ...rest].join()).join('\n')}\n`
    const asked = await request(book, file('投资者.csv', content))
    const preview = await previewed(book.api.imports, asked)
    expect(preview.tables[0]).toMatchObject({ ready: 7, rejected: 0 })
    expect(preview.tables[0]?.notes.map(({ text: { zh }, count, lines: at }) => [zh, count, at])).toEqual([
      ['专业投资者没有写明 A、B、C 类，按普通投资者处理', 2, [2, 8]],
      ['专业投资者 B、C 类没有有效期，按普通投资者处理', 1, [4]],
      ['专业投资者有效期已过，按普通投资者处理', 1, [5]],
    ])
    await applied(book.api.imports, asked)
    const professionals = (await listedClients(book.api)).filter(each => each.investorType === 'professional')
    expect(professionals.map(each => each.id).toSorted()).toEqual(['C2', 'C5'])
    expect((await book.api.clients.view({ id: 'C3' })).professionalGap).toBe('noEnd')
    // a file that speaks of no class leaves the one that is known
    await applied(
      book.api.imports,
      await request(book, file('再次.csv', '客户号,姓名,投资者类型\nC2,客户C2,专业投资者\n')),
    )
    expect(book.store.read(tx => tx.clients.byKey('C2'))).toMatchObject({ professionalClass: 'B' })
  })

  test('writes what it showed, in fen, and keeps guarded zeros', async () => {
    const book = await newBook()
    await applied(book.api.imports, await request(book, file('客户.csv', clients)))
    const [first, second] = book.store.read(tx => tx.clients.all())
    // 1,234.56 万元 = 12,345,600.00 yuan
    expect(first).toMatchObject({ id: '0001', name: '陆知远', latestAssets: 1_234_560_000, riskCapacity: 'C3' })
    expect(second).toMatchObject({ id: '0002', investorType: 'professional', professionalClass: 'B' })
  })

  test('reads clients, holdings and trades of one archive together', async () => {
    const book = await newBook()
    const archive = zipSync({
      'b/持仓.csv': text('客户号,产品代码,名称,类型,份额,最新净值\n1,2304,示例债,债券型,"1,000",1.1\n'),
      'a/客户.csv': text(clients),
      'b/交割单.csv': text('客户号,成交日期,证券代码,买卖标志,成交数量,成交价格\n2,20240131,1,证券买入,100,10\n'),
    })
    const outcome = await applied(book.api.imports, await request(book, file('all.zip', archive)))
    expect(outcome.rejected).toBe(1)
    // 1,000 units at 1.1 = 1,100 yuan; client number and code get their zeros back
    expect(book.store.read(tx => tx.holdings.ofClient('0001'))).toMatchObject([{ code: '002304', value: 110_000 }])
    expect(book.store.read(tx => tx.trades.ofClient('0002'))).toMatchObject([{ code: '000001', amount: 100_000 }])
  })

  test('is taken back whole, but for rows that were changed since', async () => {
    const book = await newBook()
    await applied(book.api.imports, await request(book, file('a.csv', '客户号,姓名\n1,原名\n')))
    const later = await applied(
      book.api.imports,
      await request(book, file('b.csv', '客户号,姓名\n1,新名\n2,甲\n3,乙\n')),
    )
    book.store.write(tx => {
      const row = tx.clients.byKey('3')
      if (row !== null) tx.clients.put({ ...row, phone: '13800000000' })
    })
    expect(await undone(book.api.imports, later.id)).toEqual({ restored: 2, kept: 1 })
    expect(book.store.read(tx => tx.clients.all().map(row => [row.id, row.name]))).toEqual([
      ['1', '原名'],
      ['3', '乙'],
    ])
  })

  test('changes nothing when it is read again', async () => {
    const book = await newBook()
    const path = file('客户.csv', clients)
    await applied(book.api.imports, await request(book, path))
    const again = await previewed(book.api.imports, await request(book, path))
    expect(again.counts.map(count => [count.added, count.changed])).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  test('remembers a mapping made by hand for the next file of the same head', async () => {
    const book = await newBook()
    const content = '编码甲,称谓\n1,陆知远\n'
    const first = await request(book, file('a.csv', content))
    expect((await previewed(book.api.imports, first)).tables[0]?.mapping).toBeNull()
    const mapping = { kind: 'clients' as const, columns: { id: [0], name: [1] } }
    await applied(book.api.imports, { ...first, mappings: [{ index: 0, mapping }] })
    const next = await previewed(book.api.imports, await request(book, file('b.csv', '编码甲,称谓\n2,王小明\n')))
    expect(next.tables[0]).toMatchObject({ source: 'remembered', mapping, ready: 1 })
  })

  test('refuses a client that is not in the book as the owner of the files', async () => {
    const book = await newBook()
    const asked = await request(book, file('a.csv', '日期,代码,数量\n20240131,1,5\n'))
    await expect(previewed(book.api.imports, { ...asked, clientId: 'X' })).rejects.toThrow('no such client')
  })

  test.skipIf(!hasShared('data/dirty'))('finds the 49 dates in 1,911 lines of a real history', async () => {
    const book = await newBook()
    const path = join(import.meta.dirname, '../../../../shared/data/dirty')
    await applied(book.api.imports, await request(book, path))
    const series = book.store.read(tx => tx.navs.series('161725'))
    expect(series?.days).toHaveLength(49)
    // the line 2023-02-24|1.2435
    expect(series?.values.at(-1)).toBe(1.2435)
  })

  test.skipIf(!hasShared('data/xalpha_mit'))('loads real trade books, wide and long', async () => {
    const book = await newBook()
    await applied(book.api.imports, await request(book, file('c.csv', '客户号,姓名\nC1,陆知远\n')))
    const root = join(import.meta.dirname, '../../../../shared/data/xalpha_mit')
    const names = ['trades_demo', 'trades_demo1', 'trades_demo2', 'trades_demo3', 'trades_etf']
    const source = book.imports.open(names.map(name => join(root, `${name}.csv`)))
    const preview = await previewed(book.api.imports, { source, clientId: 'C1', mappings: [] })
    expect(preview.tables.map(table => [table.mapping?.kind, table.rejected])).toEqual([
      ['wideTrades', 0],
      ['trades', 0],
      // the line "property" is no date
      ['wideTrades', 1],
      // a line of zero units says no side
      ['trades', 1],
      ['wideTrades', 0],
    ])
    await applied(book.api.imports, { source, clientId: 'C1', mappings: [] })
    expect(book.store.read(tx => tx.trades.ofClient('C1').length)).toBeGreaterThan(200)
  })
})
