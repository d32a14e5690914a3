import type { Client } from '../../model/client.ts'
import type {
  BookWriter,
  ContactSummary,
  HoldingAmount,
  TradeActivity,
  TradeDays,
  TradeFlow,
} from '../../services/ports/book-tables.ts'
import type { Prepare, Table } from './table.ts'
import type { Tables } from './tables.ts'

const ofClient = <Row extends object>(table: Table<Row>, order: string) => ({
  ...table,
  ofClient: (clientId: string): Row[] => table.where(`WHERE clientId = ? ORDER BY ${order}`, clientId),
})

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, found => `\\${found}`)

export const searchClients = `WHERE name LIKE ? ESCAPE '\\' OR id LIKE ? ESCAPE '\\' OR phone LIKE ? ESCAPE '\\' OR idNumber LIKE ? ESCAPE '\\' ORDER BY name NOT LIKE ? ESCAPE '\\', id LIMIT ?`

/** Turnover counts confirmed buys and sells; conversions and reinvestments move no money between client and market. */
export const tradeActivity = `SELECT t.clientId AS clientId, p.kind AS kind, count(*) AS trades, count(DISTINCT t.date) AS days,
  sum(CASE t.side WHEN 'buy' THEN t.amount ELSE 0 END) AS bought, sum(CASE t.side WHEN 'sell' THEN t.amount ELSE 0 END) AS sold
  FROM trades t LEFT JOIN products p ON p.code = t.code
  WHERE t.date BETWEEN ? AND ? AND t.status = 'confirmed' AND t.side IN ('buy', 'sell') GROUP BY t.clientId, p.kind`

export const tradeDays = `SELECT clientId, count(DISTINCT date) AS days, count(*) AS trades FROM trades
  WHERE date BETWEEN ? AND ? AND status = 'confirmed' AND side IN ('buy', 'sell') GROUP BY clientId`

export const holdingAmounts = `SELECT clientId, code, value, units FROM holdings ORDER BY clientId, accountId, code`

export const tradeFlows = `SELECT clientId, date, side, code, units, amount, fee FROM trades WHERE date >= ? AND status = 'confirmed'`

export const contactSummaries = `SELECT clientId, max(at) AS lastAt, count(*) AS count FROM contacts WHERE at >= ? GROUP BY clientId`

export const bookOf = (tables: Tables, prepare: Prepare): BookWriter => ({
  clients: {
    ...tables.clients,
    search: (text, limit): Client[] => {
      const anywhere = `%${escaped(text)}%`
      return tables.clients.where(searchClients, anywhere, anywhere, anywhere, anywhere, `${escaped(text)}%`, limit)
    },
  },
  accounts: ofClient(tables.accounts, 'id'),
  holdings: {
    ...ofClient(tables.holdings, 'accountId, code'),
    ofProduct: code => tables.holdings.where('WHERE code = ? ORDER BY clientId, accountId', code),
    maturing: (from, to) =>
      tables.holdings.where('WHERE maturesOn BETWEEN ? AND ? ORDER BY clientId, accountId, code', from, to),
    amounts: () => prepare(holdingAmounts).all() as HoldingAmount[],
  },
  trades: {
    ...ofClient(tables.trades, 'date, id'),
    ofClientBetween: (clientId, from, to) =>
      tables.trades.where('WHERE clientId = ? AND date BETWEEN ? AND ? ORDER BY date, id', clientId, from, to),
    flows: from => prepare(tradeFlows).all([from]) as TradeFlow[],
    activity: (from, to) => prepare(tradeActivity).all([from, to]) as TradeActivity[],
    days: (from, to) => prepare(tradeDays).all([from, to]) as TradeDays[],
  },
  questionnaires: {
    ...ofClient(tables.questionnaires, 'date, id'),
    undecided: () => tables.questionnaires.where(`WHERE held <> '[]' AND review = 'null' ORDER BY clientId, date, id`),
    decided: () => tables.questionnaires.where(`WHERE review <> 'null' ORDER BY clientId, date, id`),
  },
  contacts: {
    ...ofClient(tables.contacts, 'at, id'),
    summaries: since => prepare(contactSummaries).all([since]) as ContactSummary[],
  },
  tags: ofClient(tables.tags, 'name'),
  tasks: {
    ...ofClient(tables.tasks, 'dueOn, id'),
    open: () => tables.tasks.where(`WHERE state = 'open' ORDER BY dueOn, id`),
  },
  engagements: ofClient(tables.engagements, 'at, id'),
})
