import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ClientId } from '../../../src-main/model/ids.ts'
import { applied, previewed, undone } from '../../helpers/import-steps.ts'
import { openedBooks } from '../../helpers/opened-book.ts'
import { sampleClient } from '../../helpers/sample-client.ts'
import { statementFormats } from '../../helpers/statement-file.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const newBook = openedBooks()
let folder = temporaryFolder()
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder[Symbol.dispose]())

const days = ['份额日期', '基金净值', '净值日期']
const common = ['基金代码', '基金名称', '份额类别', '基金管理人', '基金账户', '销售机构']
const money = ['资产情况（结算币种）', '结算币种', '分红方式']

// the two sets of columns that public importers of such files ask for: with and without the account at the seller
const layouts = {
  'with the account at the seller': [...common, '交易账户', '持有份额', ...days, ...money],
  'with the seller alone': [...common, '持有份额', ...days, ...money],
}

const line = (head: readonly string[], cells: Readonly<Record<string, string>>): readonly string[] =>
  head.map(name => cells[name] ?? '')

/** Two funds at two sellers, a line twice, one fund in dollars, totals. */
const table = (head: readonly string[]) => {
  const first = {
    基金代码: '="000001"',
    基金名称: '示例成长混合',
    份额类别: '前收费',
    基金账户: 'F0001',
    销售机构: '示例银行',
    交易账户: 'T100',
    持有份额: '1,000.00',
    份额日期: '2026-11-20',
    基金净值: '1.2345',
    净值日期: '2026-11-20',
    '资产情况（结算币种）': '1,234.50',
    结算币种: '人民币',
    分红方式: '红利转投',
  }
  const second = { ...first, 基金代码: '2304', 销售机构: '示例证券', 交易账户: 'T200', 持有份额: '２００.５０' }
  const dollars = { ...first, 基金代码: '000003', 结算币种: '美元' }
  return [
    ['基金E账户App投资者公募基金持有信息'],
    ['姓名', '陆知远', '证件号码', '110101********001X'],
    [...head],
    line(head, first),
    line(head, { ...second, '资产情况（结算币种）': '247.52' }),
    line(head, first),
    line(head, dollars),
    line(head, { 基金代码: '合计', '资产情况（结算币种）': '1,482.02' }),
  ]
}

const cases = Object.entries(layouts).flatMap(([columns, head]) =>
  (['XLSX', 'GBK CSV', 'tabs in .xls'] as const).map(format => ({ columns, head, format })),
)

const seen = '2026-11-20'
const house = '示例基金管理有限公司'
/** A line as the app numbers it, with figures as numbers. */
const fundLine = (no: number, code: string, seller: string, units: number, value: number): unknown[] => {
  const whose = [no, code, '示例成长混合', '前收费', house, 'F0001', seller, `T${no}`]
  return [...whose, units, seen, 1.2345, seen, value, '人民币', '红利再投资']
}

describe('holdings elsewhere from 基金E账户', () => {
  test.each(cases)('come whole out of $format $columns', async ({ head, format }) => {
    const { name, content } = await statementFormats[format](table(head))
    const path = join(folder.path, name)
    writeFileSync(path, content)
    const book = await newBook()
    book.store.write(tx => tx.clients.put({ ...sampleClient, id: ClientId.parse('C1') }))
    const asked = () => ({ source: book.imports.open([path]), clientId: 'C1', mappings: [] })
    const request = asked()
    const [shown] = (await previewed(book.api.imports, request)).tables
    expect(shown).toMatchObject({ ready: 2, duplicates: 1, skipped: 1, rejected: 1 })
    expect(shown?.rejects[0]?.reason.zh).toBe('币种“美元”不是人民币，请折算后再导入')

    const { id } = await applied(book.api.imports, request)
    const accounts = () => book.store.read(tx => [...tx.accounts.all()]).filter(each => each.clientId === 'C1')
    expect(accounts().map(each => each.kind)).toEqual(['external', 'external'])
    const holdings = () => book.store.read(tx => tx.holdings.ofClient(ClientId.parse('C1')))
    // units in hundredths, NAV in 1e-4 yuan, value in fen
    expect(holdings().toSorted((a, b) => a.code.localeCompare(b.code))).toMatchObject([
      { code: '000001', units: 100_000, price: 12_345, priceDate: '2026-11-20', value: 123_450 },
      { code: '002304', units: 20_050, price: 12_345, priceDate: '2026-11-20', value: 24_752 },
    ])
    // the screen of the client shows them
    const view = await book.api.clients.view({ id: 'C1' })
    expect(view.holdings.map(each => [each.code, each.value])).toEqual([
      ['000001', 123_450],
      ['002304', 24_752],
    ])

    const again = await previewed(book.api.imports, asked())
    expect(again.counts.map(({ added, changed }) => [added, changed])).toEqual(again.counts.map(() => [0, 0]))
    await undone(book.api.imports, id)
    expect([accounts(), holdings()]).toEqual([[], []])
  })

  // what public importers of the app's own file rely on: the sheet 持有信息, a title, the person, the head in line 5 with 序号 first and a
  // break in one of its names, numbered lines, then remarks
  test('come out of the file as the app writes it, with its title, person and remarks', async () => {
    const head = ['序号', ...common, '交易账户', '持有份额', ...days, '资产情况\n（结算币种）', '结算币种', '分红方式']
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('持有信息')
    sheet.addRows([
      ['基金E账户App投资者公募基金持有信息'],
      ['姓名', '陆知远'],
      ['证件类型', '居民身份证', '证件号码', '110101********001X'],
      [],
      [...head],
      fundLine(1, '000001', '示例银行', 1000, 1234.5),
      fundLine(2, '002304', '示例证券', 200.5, 247.52),
      [],
      ['注：1、以上持有信息由基金登记机构报送，仅供参考。'],
      ['2、资产情况按最近一个净值日期的基金净值估算，不含未付收益'],
    ])
    for (const merged of [1, 9, 10]) sheet.mergeCells(merged, 1, merged, head.length)
    const path = join(folder.path, '基金E账户App投资者公募基金持有信息-【2026-11-23】.xlsx')
    await book.xlsx.writeFile(path)
    const { store, imports, api } = await newBook()
    store.write(tx => tx.clients.put({ ...sampleClient, id: ClientId.parse('C1') }))
    const request = { source: imports.open([path]), clientId: 'C1', mappings: [] }
    const [shown] = (await previewed(api.imports, request)).tables
    expect(shown).toMatchObject({ sheet: '持有信息', ready: 2, rejected: 0, duplicates: 0, skipped: 2 })
    await applied(api.imports, request)
    expect(store.read(tx => tx.holdings.ofClient(ClientId.parse('C1')))).toMatchObject([
      { code: '000001', units: 100_000, price: 12_345, priceDate: '2026-11-20', value: 123_450 },
      { code: '002304', units: 20_050, value: 24_752 },
    ])
  })
})
