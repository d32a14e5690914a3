import ExcelJS from 'exceljs'
import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { expectDirt, readDirt, type Dirt, type Rows } from '../../helpers/read-dirt.ts'

// One row a kind of dirt: the file as it lies there, and what becomes of it. Rows are named by stream; of each only the fields that
// the dirt touches are given, in the units of the book (money in fen, units in hundredths, prices in 1e-4).

const workbook = async (...rows: readonly (readonly unknown[])[]): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('交割单').addRows(rows.map(row => [...row]))
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const trade = (date: string, code: string, units: string): string =>
  `成交日期,证券代码,买卖标志,成交数量,成交价格\n${date},${code},证券买入,${units},10\n`
const holding = (code: string, units: string, value: string): string =>
  `客户号,产品代码,份额,市值\nC1,${code},${units},${value}\n`
const client = (head: string, cell: string): string => `客户号,姓名,${head}\nC1,陆知远,${cell}\n`
const nav = (date: string, value: string): string => `基金代码,净值日期,单位净值\n000001,${date},${value}\n`
const one = (stream: string, row: Readonly<Record<string, unknown>>): Rows => [[stream, row]]

const good = trade('20240131', '000001', '100')
const bought = one('trades', { date: '2024-01-31', code: '000001', side: 'buy', units: 10_000, price: 100_000 })

const formats: readonly Dirt[] = [
  { name: 'CSV in UTF-8', content: good, rows: bought },
  { name: 'CSV in UTF-8 with its mark', content: `\uFEFF${good}`, rows: bought },
  { name: 'CSV in GBK', content: iconv.encode(good, 'gbk'), rows: bought },
  {
    name: 'CSV in GB18030, with a letter that GBK does not have',
    content: iconv.encode(client('标签', '𠮷店'), 'gb18030'),
    rows: [
      ['clients', { id: 'C1', name: '陆知远' }],
      ['tags', { name: '𠮷店' }],
    ],
  },
  { name: 'UTF-16 with a mark', content: iconv.encode(good, 'utf-16le', { addBOM: true }), rows: bought },
  { name: 'UTF-16 without one', content: iconv.encode(good, 'utf-16le'), rows: bought },
  {
    name: 'tab-separated text named .xls',
    file: 'b.xls',
    content: iconv.encode(good.replaceAll(',', '\t'), 'gbk'),
    rows: bought,
  },
  { name: 'a mark and CR alone as line ends', content: `\uFEFF${good.replaceAll('\n', '\r')}`, rows: bought },
  { name: 'CR and LF, and empty lines', content: good.replaceAll('\n', '\r\n\r\n'), rows: bought },
  { name: 'pipes between the cells', file: 'c.txt', content: good.replaceAll(',', '|'), rows: bought },
  { name: 'an archive', file: 'd.zip', content: zipSync({ '交割单.csv': iconv.encode(good, 'gbk') }), rows: bought },
  { name: 'title lines above the head', content: `某某证券 交割单\n资金账号：1\n\n${good}`, rows: bought },
]

const cells: readonly Dirt[] = [
  {
    name: '="000001"',
    content: trade('20240131', '="000001"', '100'),
    rows: one('trades', { code: '000001' }),
  },
  {
    name: 'lost leading zeros of a code',
    content: trade('20240131', '2304', '100'),
    rows: one('trades', { code: '002304' }),
  },
  {
    name: 'lost leading zeros of a client number',
    content: '客户号,产品代码,市值\n12,000001,5\n',
    rows: one('holdings', { clientId: '00012' }),
  },
  {
    name: 'a J before the code',
    content: trade('20240131', 'J000001', '100'),
    rows: one('trades', { code: '000001' }),
  },
  {
    name: 'the exchange before the code',
    content: holding('SH501018', '1', '1'),
    rows: one('holdings', { code: '501018' }),
  },
  {
    name: 'the exchange behind the code',
    content: holding('000001.OF', '1', '1'),
    rows: one('holdings', { code: '000001' }),
  },
  {
    name: '万元 in the head, to the fen',
    content: client('总资产（万元）', '"1,234.567891"'),
    rows: one('clients', { latestAssets: 1_234_567_891 }),
  },
  {
    name: 'a unit in the cell under another in the head',
    content: client('总资产（万元）', '12.5万'),
    rows: one('clients', { latestAssets: 12_500_000 }),
  },
  {
    name: 'lots of a hundred',
    content: trade('20240131', '000001', '3').replace('成交数量', '成交数量（手）'),
    rows: one('trades', { units: 30_000, amount: 300_000 }),
  },
  { name: '2024/1/31', content: trade('2024/1/31', '000001', '100'), rows: one('trades', { date: '2024-01-31' }) },
  { name: '2024-01-31', content: trade('2024-01-31', '000001', '100'), rows: one('trades', { date: '2024-01-31' }) },
  {
    name: '2024年1月31日',
    content: trade('2024年1月31日', '000001', '100'),
    rows: one('trades', { date: '2024-01-31' }),
  },
  {
    name: 'a time behind the day',
    content: trade('2024-01-31 09:30:00', '000001', '1'),
    rows: one('trades', { date: '2024-01-31' }),
  },
  { name: '至今 as an open end', content: client('有效期', '至今'), rows: one('clients', { validUntil: null }) },
  {
    name: '长期 as an open end',
    content: client('专业投资者有效期', '长期'),
    rows: one('clients', { professionalUntil: null }),
  },
  {
    name: 'thousands commas',
    content: holding('000001', '"1,234.50"', '"12,345,678.90"'),
    rows: one('holdings', { units: 123_450, value: 1_234_567_890 }),
  },
  {
    name: 'full-width digits',
    content: holding('０００００１', '１２３．４５', '１，２３４'),
    rows: one('holdings', { code: '000001', units: 12_345, value: 123_400 }),
  },
  {
    name: 'full-width brackets in a head and around a debt',
    content: client('现金（万元）', '（１．５）'),
    rows: one('clients', { cash: -1_500_000 }),
  },
  {
    name: 'full-width letters of a level',
    content: client('C级', 'Ｃ３（稳健型）'),
    rows: one('clients', { riskCapacity: 'C3' }),
  },
  { name: 'nan', content: client('总资产', 'nan'), rows: one('clients', { latestAssets: null }) },
  { name: '--', content: holding('000001', '--', '5'), rows: one('holdings', { units: 0, value: 500 }) },
  {
    name: 'a tab and blanks that cannot be seen',
    content: holding('000001\t', ' 1\u00A0', '\u200B5'),
    rows: one('holdings', { code: '000001', units: 100, value: 500 }),
  },
  {
    name: '-1.57% beside a NAV',
    content: '基金代码,净值日期,单位净值,日增长率\n000001,2023-02-24,1.2435,-1.57%\n',
    rows: one('navs', { code: '000001', year: 2023, navs: [12_435] }),
  },
  {
    name: 'who serves the client',
    content: client('服务人员', ' 林若溪 '),
    rows: one('clients', { servedBy: '林若溪' }),
  },
  {
    // (1200 - 200) / 100 units = 10 yuan a unit
    name: 'a gain without a cost price',
    content: '客户号,产品代码,份额,市值,盈亏\nC1,000001,100,"1,200.00",200\n',
    rows: one('holdings', { units: 10_000, value: 120_000, cost: 100_000 }),
  },
  {
    // (1200 + 300.50) / 100 units = 15.005 yuan a unit
    name: 'a loss in brackets without a cost price',
    content: '客户号,产品代码,份额,市值,浮动盈亏（元）\nC1,000001,100,1200,（300.50）\n',
    rows: one('holdings', { units: 10_000, value: 120_000, cost: 150_050 }),
  },
  {
    name: 'a gain beside a cost price, which counts',
    content: '客户号,产品代码,份额,成本价,市值,盈亏,盈亏比例\nC1,000001,100,9.5,1200,200,20%\n',
    rows: one('holdings', { cost: 95_000, value: 120_000 }),
  },
  {
    name: 'the lowest class as a mark',
    content: client('C级,最低类别标志', 'C1,是'),
    rows: one('clients', { riskCapacity: 'C1min' }),
  },
  {
    name: 'a professional of class B',
    content: client('投资者类型', '专业投资者B类'),
    rows: one('clients', { investorType: 'professional', professionalClass: 'B' }),
  },
]

const lines: readonly Dirt[] = [
  {
    name: 'a line 合计 at the end',
    content: `${holding('000001', '1', '5')}合计,,1,5\n`,
    rows: one('holdings', { value: 500 }),
    skipped: 1,
  },
  {
    name: '小计 and 总计 with a colon',
    content: `${holding('000001', '1', '5')}小计：,,1,5\n总计:2,,1,5\n`,
    rows: one('holdings', { value: 500 }),
    skipped: 2,
  },
  {
    name: 'footnotes under the lines, one in each cell of a merged line',
    content: `${holding('000001', '1', '5')}\n注：市值按最近净值估算\n2、仅供参考，不作凭证,,,\n本表由柜台打印,本表由柜台打印,本表由柜台打印,本表由柜台打印\n`,
    rows: one('holdings', { value: 500 }),
    skipped: 3,
  },
  {
    name: 'the head again on the next page',
    content: `${holding('000001', '1', '5')}客户号,产品代码,份额,市值\nC1,000002,1,7\n`,
    rows: [
      ['holdings', { code: '000001' }],
      ['holdings', { code: '000002' }],
    ],
    skipped: 1,
  },
  { name: 'the same line twice', content: `${good}20240131,000001,证券买入,100,10\n`, rows: bought, duplicates: 1 },
  {
    name: 'lots of one holding',
    content: `${holding('000001', '1', '5')}C1,1,2,7\n`,
    rows: one('holdings', { code: '000001', units: 300, value: 1200 }),
  },
  {
    name: 'the same days again and again',
    content: `${nav('2024-01-31', '1.1')}1,20240131,1.1000\n000001,2024-01-31,1.1\n`,
    rows: one('navs', { navs: [11_000] }),
    duplicates: 1,
  },
  {
    name: 'a column for each fund, with lost zeros in the heads',
    content: 'date,501018,2304\n20240131,1000,\n20240201,0,-0.005\n',
    rows: [
      ['trades', { date: '2024-01-31', code: '501018', side: 'buy', amount: 100_000, status: 'pending' }],
      ['trades', { date: '2024-02-01', code: '002304', side: 'sell', units: 0, status: 'pending' }],
    ],
  },
]

const refused: readonly Dirt[] = [
  {
    name: 'a day that does not exist',
    content: trade('2024-02-30', '000001', '1'),
    rejects: [[2, '成交日期：“2024-02-30”不是日期']],
  },
  { name: 'letters in a figure', content: holding('000001', '12x', '5'), rejects: [[2, '份额：“12x”不是数字']] },
  {
    name: 'a side that nobody knows',
    content: trade('20240131', '1', '1').replace('证券买入', '神秘操作'),
    rejects: [[2, '买卖标志：不认识“神秘操作”']],
  },
  {
    name: 'a client who is not in the book',
    content: '客户号,产品代码,市值\n99,1,5\n',
    rejects: [[2, '客户簿中没有客户号“99”']],
  },
  { name: 'a trade of nothing', content: trade('20240131', '1', '0'), rejects: [[2, '数量为零']] },
  {
    name: 'a client number alone, which is no footnote',
    content: `${holding('000001', '1', '5')}C1,,,\n`,
    rows: one('holdings', { value: 500 }),
    rejects: [[3, '没有证券代码，也没有名称：请在文件中补上代码']],
  },
  { name: 'a client without a number', content: '客户号,姓名\n,甲\n', rejects: [[2, '没有客户号']] },
  { name: 'a NAV of nothing', content: nav('20240131', '0'), rejects: [[2, '净值不大于 0']] },
  {
    name: 'dollars',
    content: '客户号,产品代码,份额,市值,结算币种\nC1,000001,1,5,美元\nC1,000001,2,7,人民币\n',
    rows: one('holdings', { units: 200, value: 700 }),
    rejects: [[2, '币种“美元”不是人民币，请折算后再导入']],
  },
  {
    name: 'a number of eighteen digits that a spreadsheet rounded',
    content: client('证件号码', '1.10101E+17'),
    rejects: [[2, '证件号码：“1.10101E+17”被表格软件写坏了，请把该列设为文本后重新导出']],
  },
]

describe('dirt of files', () => {
  test.each([...formats, ...cells, ...lines, ...refused])('$name', async dirt => {
    await expectDirt(dirt)
  })

  test('a workbook: numbers, real days, a text code, a formula of zeros', async () => {
    const content = await workbook(
      ['成交日期', '证券代码', '买卖标志', '成交数量', '成交价格'],
      [new Date(Date.UTC(2024, 0, 31)), 2304, '证券买入', 100, 10],
      ['20240201', '000001', '证券卖出', '1,000', 10.5],
      [20_240_202, { formula: '"000001"', result: '000001' }, '证券买入', 1, 10],
    )
    const found = await readDirt({ file: 'w.xlsx', content })
    expect(found.rejects).toEqual([])
    expect(found.rows).toMatchObject([
      ['trades', { date: '2024-01-31', code: '002304', units: 10_000 }],
      ['trades', { date: '2024-02-01', code: '000001', units: 100_000, price: 105_000, side: 'sell' }],
      ['trades', { date: '2024-02-02', code: '000001', units: 100 }],
    ])
  })

  test('a workbook that keeps an ID number as a number: its last digits are lost', async () => {
    const content = await workbook(['客户号', '姓名', '证件号码'], ['C1', '陆知远', 110_101_198_001_010_000])
    const found = await readDirt({ file: 'x.xlsx', content })
    expect(found.rows).toEqual([])
    expect(found.rejects).toEqual([[2, '证件号码：“1.1010119800101e+17”被表格软件写坏了，请把该列设为文本后重新导出']])
  })
})
