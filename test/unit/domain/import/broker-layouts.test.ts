import { describe, expect, it } from 'vitest'
import { suggestMapping } from '../../../../src-main/domain/import/suggest-mapping.ts'
import { readSheet } from '../../../helpers/read-sheet.ts'
import { importPack, importedAt, knownBook } from '../../../helpers/import-pack.ts'
import { hasShared, readShared } from '../../../helpers/shared-folder.ts'

type Layout = Readonly<Record<string, string | null>>
const path = 'data/client_book_shapes/broker_statement_headers.json'
const file = hasShared(path)
  ? (JSON.parse(readShared(path)) as {
      readonly brokers: Readonly<Record<string, Layout>>
      readonly buy_words: readonly string[]
      readonly sell_words: readonly string[]
    })
  : { brokers: {}, buy_words: [], sell_words: [] }
const layouts = Object.entries(file.brokers)
const fees = ['Commission', 'StampDuty', 'Incidentals', 'OtherFee1', 'OtherFee2', 'OtherFee3']
const single = {
  date: 'TradeDate',
  side: 'DealFlag',
  code: 'StockCode',
  name: 'StockName',
  units: 'DealVolume',
  price: 'DealPrice',
  amount: 'DealAmount',
  netAmount: 'ActualAmount',
  account: 'StockHolderCode',
  number: 'DealNo',
} as const

describe.skipIf(layouts.length === 0)('statements of brokers', () => {
  it('come in twenty layouts', () => {
    expect(layouts).toHaveLength(20)
  })

  it.each(layouts)('of %s are mapped column by column', (_, layout) => {
    const header = [...new Set(Object.values(layout).filter(name => name !== null))]
    const { row, mapping } = suggestMapping([['某某证券 交割单'], header], importPack())
    expect(row).toBe(1)
    expect(mapping?.kind).toBe('trades')
    const named = (field: string): readonly (string | undefined)[] =>
      (mapping?.columns[field] ?? []).map(at => header[at])
    for (const [field, key] of Object.entries(single))
      expect([field, named(field)]).toEqual([field, layout[key] === null ? [] : [layout[key]]])
    const expected = new Set(fees.map(key => layout[key]).filter(name => typeof name === 'string'))
    expect(new Set(named('fee'))).toEqual(expected)
  })

  it.each(layouts)('of %s become a trade with its fees added up', (_, layout) => {
    const header = [...new Set(Object.values(layout).filter(name => name !== null))]
    const cellOf: Readonly<Record<string, string>> = {
      [String(layout['TradeDate'])]: '20240131',
      [String(layout['DealFlag'])]: '证券买入',
      [String(layout['StockCode'])]: '="000001"',
      [String(layout['StockName'])]: '示例成长混合',
      [String(layout['DealVolume'])]: '1,000.00',
      [String(layout['DealPrice'])]: '10.5',
      [String(layout['StockHolderCode'])]: 'A100',
      [String(layout['DealNo'])]: '77',
    }
    const paid = header.filter(name => fees.some(key => layout[key] === name))
    const money = layout['DealAmount'] ?? layout['ActualAmount']
    const row = header.map(name => cellOf[name] ?? (paid.includes(name) ? '1.25' : name === money ? '10500' : ''))
    const { mapping } = suggestMapping([header, row], importPack())
    if (mapping === null) throw new Error('no mapping')
    const { rows, rejects } = readSheet(
      { file: 'statement.csv', sheet: null, format: '', rows: [header, row] },
      0,
      mapping,
      knownBook('C1'),
      importedAt,
    )
    expect(rejects).toEqual([])
    // 1,000 units at 10.50 = 10,500.00 yuan; 1.25 yuan in each column of fees
    expect(rows.find(each => each.stream === 'trades')?.row).toMatchObject({
      clientId: 'C1',
      accountId: 'A100',
      date: '2024-01-31',
      side: 'buy',
      code: '000001',
      units: 100_000,
      price: 105_000,
      amount: 1_050_000,
      fee: 125 * paid.length,
    })
  })

  it('name both sides by words that are known', () => {
    const { sides } = importPack()
    expect(new Set(file.buy_words.map(word => sides[word]))).toEqual(new Set(['buy']))
    expect(new Set(file.sell_words.map(word => sides[word]))).toEqual(new Set(['sell']))
  })
})
