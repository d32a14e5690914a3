import { describe, expect, it } from 'vitest'
import { readSheet } from '../../../helpers/read-sheet.ts'
import { suggestMapping } from '../../../../src-main/domain/import/suggest-mapping.ts'
import { importPack, importedAt, knownBook } from '../../../helpers/import-pack.ts'

/**
 * The columns of the holdings that 基金E账户 exports for a person: one line a fund, seller and account. The names agree with those
 * that several public importers of such files ask for; an export itself was not at hand. 基金账户 and 交易账户 are not in all of them.
 */
const header = [
  '基金代码',
  '基金名称',
  '份额类别',
  '基金管理人',
  '基金账户',
  '销售机构',
  '交易账户',
  '持有份额',
  '份额日期',
  '基金净值',
  '净值日期',
  '资产情况（结算币种）',
  '结算币种',
  '分红方式',
]
const line = (seller: string, account: string, code: string, units: string, nav: string, value: string): string[] => [
  code,
  '示例成长混合',
  '前收费',
  '示例基金',
  'F0001',
  seller,
  account,
  units,
  '2026-11-20',
  nav,
  '2026-11-20',
  value,
  '人民币',
  '红利再投资',
]

const read = (rows: readonly (readonly string[])[], client: string | null) => {
  const sheet = { file: '基金E账户持仓.xlsx', sheet: '持仓', format: 'XLSX', rows: [...rows] }
  const { row, mapping } = suggestMapping(sheet.rows, importPack())
  if (mapping === null) throw new Error('the head was not recognised')
  return { row, mapping, ...readSheet(sheet, row, mapping, knownBook(client), importedAt) }
}

const book = [
  ['基金E账户 持有信息'],
  ['查询时间：2026-11-23'],
  header,
  line('示例银行', 'T100', '="000001"', '1,000.00', '1.2345', '1,234.50'),
  line('示例证券', 'T200', '1', '２００.５０', '1.2345', '247.52'),
  line('示例证券', 'T200', '1', '２００.５０', '1.2345', '247.52'),
  ['合计', '', '', '', '', '', '', '', '', '', '', '1,482.02', '', ''],
]

describe('an export of 基金E账户', () => {
  it('is recognised under its title lines, column by column', () => {
    const { row, mapping } = read(book, 'C1')
    expect(row).toBe(2)
    expect(mapping.kind).toBe('holdings')
    const named = Object.fromEntries(
      Object.entries(mapping.columns).map(([field, columns]) => [field, columns.map(at => header[at])]),
    )
    expect(named).toMatchObject({
      code: ['基金代码'],
      name: ['基金名称'],
      agency: ['销售机构'],
      account: ['交易账户'],
      units: ['持有份额'],
      price: ['基金净值'],
      priceDate: ['净值日期'],
      value: ['资产情况（结算币种）'],
    })
  })

  it('becomes holdings elsewhere, each in the account of its seller', () => {
    const { rows, rejects, duplicates, skipped } = read(book, 'C1')
    expect([rejects, duplicates, skipped]).toEqual([[], 1, 1])
    const of = (stream: string): unknown[] => rows.filter(each => each.stream === stream).map(each => each.row)
    expect(of('accounts')).toMatchObject([
      { id: expect.stringMatching(/^C1\.E\.T100\./), clientId: 'C1', kind: 'external' },
      { id: expect.stringMatching(/^C1\.E\.T200\./), clientId: 'C1', kind: 'external' },
    ])
    // units in hundredths, NAV in 1e-4, value in fen
    expect(of('holdings')).toMatchObject([
      {
        accountId: expect.stringMatching(/^C1\.E\.T100\./),
        code: '000001',
        units: 100_000,
        price: 12_345,
        value: 123_450,
        priceDate: '2026-11-20',
      },
      {
        accountId: expect.stringMatching(/^C1\.E\.T200\./),
        code: '000001',
        units: 20_050,
        price: 12_345,
        value: 24_752,
      },
    ])
  })

  it('is recognised as the app writes it: sheet title, the person, numbered lines, a head over two lines, days with slashes', () => {
    const head = [
      '序号',
      '基金代码',
      '基金名称',
      '份额类别',
      '基金管理人',
      '销售机构',
      '持有份额',
      '份额日期',
      '基金净值',
      '净值日期',
    ]
    const first = [
      '1',
      '000001',
      '示例成长混合',
      '前收费',
      '示例基金',
      '示例银行',
      '1000.00',
      '2026/11/20',
      '1.2345',
      '2026/11/20',
    ]
    const { row, rows, rejects } = read(
      [
        ['基金E账户App投资者公募基金持有信息'],
        ['姓名', '陆知远', '', '证件类型', '身份证'],
        ['证件号码', '110101********001X'],
        [''],
        [...head, '资产情况\n（结算币种）', '结算币种', '分红方式'],
        [...first, '1234.50', '人民币', '红利转投'],
      ],
      'C1',
    )
    expect([row, rejects]).toEqual([4, []])
    expect(rows.find(each => each.stream === 'holdings')?.row).toMatchObject({
      code: '000001',
      units: 100_000,
      value: 123_450,
      priceDate: '2026-11-20',
    })
    // no account column: the seller stands for it
    expect(rows.find(each => each.stream === 'accounts')?.row).toMatchObject({ kind: 'external' })
  })

  it('asks whose it is: the file names no client', () => {
    const { rows, rejects } = read(book, null)
    expect(rows).toEqual([])
    expect(rejects.map(each => each.reason.zh)).toEqual(['文件没有客户号，请先选客户', '文件没有客户号，请先选客户'])
  })
})
