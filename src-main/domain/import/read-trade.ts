import type { TradeSide } from '../../model/trade.ts'
import { plain } from './clean-text.ts'
import { fingerprint } from './fingerprint.ts'
import { reject, type ImportContext, type LineResult } from './import-context.ts'
import { codeOfLine } from './read-holding.ts'
import { needYuan, type RowCells } from './row-cells.ts'
import { accountOfLine, clientOfLine, newAccount } from './whose-line.ts'

const CASH_SIDES: ReadonlySet<TradeSide> = new Set(['deposit', 'withdraw'])
/** Sides that move no units. */
const UNITLESS: ReadonlySet<TradeSide> = new Set(['deposit', 'withdraw', 'dividend'])

interface Figures {
  readonly units: number
  readonly price: number | null
  /** Gross, null when the file gives nothing to compute it from. */
  readonly amount: number | null
  readonly fee: number
}

/** Money comes in after fees and goes out with them. */
const INCOMING: ReadonlySet<TradeSide> = new Set(['sell', 'dividend', 'convertOut'])

/** Gross amount: as given, else units at the price, else what moved less the fees; statements give 0.00 where cash alone moved. */
const figuresOf = (cells: RowCells, side: TradeSide): Figures => {
  const units = Math.abs(cells.figure('units', 2) ?? 0)
  const read = cells.figure('price', 4)
  const price = read !== null && read > 0 ? read : null
  const fee = Math.abs(cells.figure('fee', 2) ?? 0)
  const given = cells.figure('amount', 2)
  const net = cells.figure('netAmount', 2)
  const computed = price !== null && units > 0 ? Math.round((units * price) / 1e4) : null
  const gross = net === null || net === 0 ? null : Math.abs(net) + (INCOMING.has(side) ? fee : -fee)
  if (given === null) return { units, price, amount: computed ?? gross, fee }
  return { units, price, amount: given === 0 && UNITLESS.has(side) ? (gross ?? 0) : Math.abs(given), fee }
}

/** The side by its word; files without one say it by the sign of the units or of the money. */
const sideOf = (cells: RowCells, context: ImportContext): TradeSide | null => {
  if (cells.has('side')) return cells.word('side', context.pack.sides)
  const units = cells.figure('units', 2)
  if (units !== null && units !== 0) return units > 0 ? 'buy' : 'sell'
  return cells.fail('没有买卖方向', 'no side')
}

/** A fund order of a private ledger: positive yuan paid, down to -0.005 a part of the units (-0.005 is all), below that units sold. */
const orderOf = (text: string, cells: RowCells): (Figures & { readonly side: TradeSide }) | null => {
  const value = Number(plain(text).replaceAll(',', ''))
  if (!Number.isFinite(value)) return cells.fail(`“${text}”不是数字`, `"${text}" is not a number`)
  const side = value > 0 ? 'buy' : 'sell'
  const units = value < -0.005 ? Math.round(-value * 100) : 0
  return { side, units, price: null, amount: value > 0 ? Math.round(value * 100) : 0, fee: 0 }
}

/** Units or money of a ledger's order follow with the confirmation, so it stays unconfirmed. */
const pending = (figures: { readonly units: number; readonly amount: number | null }): boolean =>
  figures.units === 0 || figures.amount === null || figures.amount === 0

export const readTrade = (cells: RowCells, context: ImportContext): LineResult => {
  if (cells.text('code').startsWith('#')) return { kind: 'skip' }
  const clientId = clientOfLine(cells, context)
  const date = cells.date('date')
  const order = cells.has('order') ? orderOf(cells.text('order'), cells) : null
  const side = order?.side ?? sideOf(cells, context)
  const figures = order ?? (side === null ? null : figuresOf(cells, side))
  const isCash = side !== null && CASH_SIDES.has(side)
  const code = isCash ? null : codeOfLine(cells, context)
  needYuan(cells, context.pack)
  const status = cells.has('status') ? cells.word('status', context.pack.statuses) : null
  const [fault] = cells.faults
  if (fault !== undefined) return { kind: 'reject', reason: fault }
  if (clientId === null || side === null || figures === null) return reject('缺客户或方向', 'client or side is missing')
  if (date === null) return reject('没有日期', 'no date')
  const unconfirmed = order !== null && pending(order)
  // units and money come with the confirmation, if it comes
  const isOpen = unconfirmed || status === 'pending' || status === 'failed'
  if (!isOpen && figures.units === 0 && !UNITLESS.has(side)) return reject('数量为零', 'the units are zero')
  const amount = figures.amount ?? (isOpen ? 0 : null)
  if (amount === null) return reject('没有金额，也算不出', 'no amount, and nothing to compute it from')
  const accountId = accountOfLine(cells, clientId, order === null ? 'cash' : 'fund')
  return tradeRows(context, {
    clientId,
    accountId,
    date,
    side,
    code,
    ...figures,
    amount,
    status: status ?? (unconfirmed ? 'pending' : 'confirmed'),
    mark: `${plain(cells.text('number'))}|${plain(cells.text('time'))}`,
    isFund: order !== null,
  })
}

interface TradeFacts extends Figures {
  readonly clientId: string
  readonly accountId: string
  readonly date: string
  readonly side: TradeSide
  readonly code: string | null
  readonly amount: number
  readonly status: string
  /** What tells apart two trades of the same figures. */
  readonly mark: string
  readonly isFund: boolean
}

/** A trade named by its own content, so that the same line read again is the same trade. */
export const tradeRows = (context: ImportContext, facts: TradeFacts): LineResult => {
  const { mark, isFund, ...fields } = facts
  const { clientId, accountId, date, side, code, units, price, amount } = fields
  const own = JSON.stringify([clientId, accountId, date, side, code, units, price, amount, mark])
  const row = { ...fields, id: `I${fingerprint(own)}` }
  const account = context.hasAccount(accountId) ? [] : [newAccount(accountId, clientId, isFund ? 'fund' : 'cash')]
  return { kind: 'rows', rows: [...account, { stream: 'trades', row }] }
}

/** One line of a book with a column for each fund: every filled cell is an order. */
export const readWideLine = (
  header: readonly string[],
  row: readonly string[],
  cells: RowCells,
  context: ImportContext,
): LineResult => {
  const clientId = clientOfLine(cells, context)
  const date = cells.date('date')
  const rows: Extract<LineResult, { readonly kind: 'rows' }>['rows'][number][] = []
  for (const [at, head] of header.entries()) {
    const cell = row[at] ?? ''
    if (at === 0 || head.startsWith('#') || plain(cell) === '' || Number(plain(cell)) === 0) continue
    const order = orderOf(cell, cells)
    const code = cellCode(head, context)
    const [fault] = cells.faults
    if (fault !== undefined) return { kind: 'reject', reason: fault }
    if (order === null || clientId === null || date === null) continue
    const facts = { clientId, accountId: `${clientId}.F`, date, code, ...order, amount: order.amount ?? 0 }
    const made = tradeRows(context, {
      ...facts,
      status: pending(order) ? 'pending' : 'confirmed',
      mark: `${plain(cell)}`,
      isFund: true,
    })
    if (made.kind === 'rows') rows.push(...made.rows)
  }
  const [fault] = cells.faults
  return fault === undefined ? { kind: 'rows', rows } : { kind: 'reject', reason: fault }
}

const cellCode = (head: string, context: ImportContext): string =>
  context.hasProduct(plain(head)) ? plain(head) : plain(head).replace(/^\d{1,5}$/, short => short.padStart(6, '0'))
