import { hasShared, readShared } from './shared-folder.ts'

export type Layout = Readonly<Record<string, string | null>>

interface Shapes {
  readonly brokers: Readonly<Record<string, Layout>>
  readonly buy_words: readonly string[]
  readonly sell_words: readonly string[]
}

const path = 'data/client_book_shapes/broker_statement_headers.json'

/** The public layouts of brokers' delivery statements; none where the shared material is not there. */
export const brokerShapes: Shapes = hasShared(path)
  ? (JSON.parse(readShared(path)) as Shapes)
  : { brokers: {}, buy_words: [], sell_words: [] }

/** Figures as the book keeps them: fen, hundredths of a unit, 1e-4 yuan. */
export interface ExpectedTrade {
  readonly date: string
  readonly side: string
  readonly code: string | null
  readonly units: number
  readonly price: number | null
  readonly amount: number
  readonly fee: number
}

export interface StatementLine {
  readonly cells: Readonly<Record<string, string>>
  /** What becomes of it; or the beginning of the reason why nothing does. */
  readonly expected: ExpectedTrade | string
}

/** One day in the spellings of the exports. */
const days = [
  ['20240131', '2024-01-31'],
  ['2024/2/1', '2024-02-01'],
  ['2024-02-02', '2024-02-02'],
  ['2024年2月5日', '2024-02-05'],
  ['2024-02-06 09:31:00', '2024-02-06'],
  ['２０２４０２０７', '2024-02-07'],
  ['20240208.0', '2024-02-08'],
] as const
export const names: Readonly<Record<string, string>> = {
  '000001': '示例银行',
  '002304': '示例酒业',
  '501018': '示例原油',
  '600519': '示例股份',
}
const codes = [
  ['="000001"', '000001'],
  ['2304', '002304'],
  ['J000001', '000001'],
  ['SH501018', '501018'],
  ['000001.OF', '000001'],
  ['００２３０４', '002304'],
  ["'002304", '002304'],
  ['\u3000600519 ', '600519'],
] as const
const units = [
  ['1,000.00', 100_000],
  ['２００', 20_000],
  ['-300', 30_000],
  ['400.50', 40_050],
  ['500股', 50_000],
] as const
const prices = [
  ['10.5', 105_000],
  ['1.2345', 12_345],
  ['１０.１', 101_000],
  ['￥9.99', 99_900],
] as const
/** Fen as exports write yuan. */
const moneys: readonly ((fen: number) => string)[] = [
  fen => (fen / 100).toFixed(2),
  fen => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }),
  fen => `（${(fen / 100).toFixed(2)}）`,
  fen => `￥${(fen / 100).toFixed(2)}`,
  fen => `-${(fen / 100).toFixed(2)}`,
]
/** A fee column's cell and its fen. */
const fees = [
  ['1.25', 125],
  ['--', 0],
  ['0.5', 50],
  ['', 0],
  ['1,000.07', 100_007],
] as const

const at = <T>(list: readonly T[], i: number): T => {
  const found = list[i % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

export const feeFields = ['Commission', 'StampDuty', 'Incidentals', 'OtherFee1', 'OtherFee2', 'OtherFee3'] as const

/** Columns of a layout in their order, each once. */
export const headOf = (layout: Layout): readonly string[] => [
  ...new Set(Object.values(layout).filter(name => name !== null)),
]

/** Cells of one line by field of the layouts, as cells by column. */
const line = (layout: Layout, fields: Readonly<Record<string, string>>, expected: StatementLine['expected']) => ({
  cells: Object.fromEntries(
    Object.entries(fields).flatMap(([field, cell]) => {
      const column = layout[field]
      return typeof column === 'string' ? [[column, cell] as const] : []
    }),
  ),
  expected,
})

/** A trade whose figures go through every spelling with `n`; `shift` tells layouts apart. */
const tradeLine = (layout: Layout, word: string, side: string, n: number, shift: number): StatementLine => {
  const [day, date] = at(days, n + shift)
  const [written, code] = at(codes, n + shift)
  const [unitText, unitCount] = at(units, n)
  const [priceText, price] = at(prices, n + shift)
  // hundredths of a unit times 1e-4 yuan is 1e-6 yuan: to fen by 1e4
  const product = Math.round((unitCount * price) / 1e4)
  // a fen beside the product shows that the file's own amount counts
  const amount = layout['DealAmount'] === null ? product : product + 1
  const columns = new Set(feeFields.flatMap(field => layout[field] ?? []))
  const paid = [...columns].map((column, i) => [column, at(fees, n + i)] as const)
  const fee = paid.reduce((sum, [, [, fen]]) => sum + fen, 0)
  const made = line(
    layout,
    {
      TradeDate: day,
      TradeTime: `09:${String(31 + n)}:00`,
      StockName: names[code] ?? '',
      StockCode: written,
      DealVolume: unitText,
      DealPrice: priceText,
      DealAmount: at(moneys, n + shift)(amount),
      ActualAmount: `-${((amount + fee) / 100).toFixed(2)}`,
      StockHolderCode: '="0100200300"',
      ContractNo: `H${shift}${n}`,
      DealNo: `D${shift}${n}`,
      Remarks: '',
      DealFlag: word,
    },
    { date, side, code, units: unitCount, price, amount, fee },
  )
  return { ...made, cells: { ...made.cells, ...Object.fromEntries(paid.map(([column, [cell]]) => [column, cell])) } }
}

/** A line that moves cash alone: the amount of the trade is 0.00, the money stands in the other column. */
const cashLine = (layout: Layout, word: string, side: string, code: string | null, fen: number): StatementLine =>
  line(
    layout,
    {
      TradeDate: '20240209',
      StockCode: code ?? '',
      StockName: code === null ? '' : (names[code] ?? ''),
      DealVolume: '0',
      DealPrice: '0.000',
      DealAmount: '0.00',
      ActualAmount: (fen / 100).toFixed(2),
      StockHolderCode: '="0100200300"',
      ContractNo: `K${fen}`,
      DealNo: `K${fen}`,
      Remarks: '',
      DealFlag: word,
    },
    { date: '2024-02-09', side, code, units: 0, price: null, amount: fen, fee: 0 },
  )

/** Every word for a side, in every spelling of days, codes and figures; then lines that are refused. */
export const statementLines = (layout: Layout, shift: number): readonly StatementLine[] => {
  const trade = (word: string, side: string, n: number): StatementLine => tradeLine(layout, word, side, n, shift)
  const { buy_words: buys, sell_words: sells } = brokerShapes
  const broken = (field: string, cell: string, reason: string): StatementLine => ({
    cells: { ...trade('证券买入', 'buy', 30).cells, [String(layout[field])]: cell },
    expected: reason,
  })
  return [
    ...buys.map((word, i) => trade(word, 'buy', i)),
    ...sells.map((word, i) => trade(word, 'sell', buys.length + i)),
    ...(layout['ActualAmount'] === null
      ? []
      : [
          cashLine(layout, '银行转证券', 'deposit', null, 1_000_001),
          cashLine(layout, '证券转银行', 'withdraw', null, 500_002),
          cashLine(layout, '股息入账', 'dividend', '600519', 12_345),
        ]),
    broken('TradeDate', '2024-02-30', `${layout['TradeDate']}：“2024-02-30”不是日期`),
    broken('DealVolume', '12x', `${layout['DealVolume']}：“12x”不是数字`),
    broken('DealVolume', '0', '数量为零'),
    broken('DealFlag', '神秘操作', `${layout['DealFlag']}：不认识“神秘操作”`),
  ]
}
