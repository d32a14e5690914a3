import type { Account } from '../../model/account.ts'
import type { Client } from '../../model/client.ts'
import type { Contact } from '../../model/contact.ts'
import type { Engagement } from '../../model/engagement.ts'
import type { Holding } from '../../model/holding.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Tag } from '../../model/tag.ts'
import type { Task } from '../../model/task.ts'
import type { Trade } from '../../model/trade.ts'
import type { ClientRowReader, RowReader, RowWriter } from './rows.ts'

/** Trades of one client and product kind over a period, summed. */
export interface TradeActivity {
  readonly clientId: string
  /** Kind of the product traded; null when the product is not known or for cash. */
  readonly kind: string | null
  readonly trades: number
  /** Distinct days with a confirmed buy or sell of this kind. */
  readonly days: number
  /** Gross buys and sells in fen. */
  readonly bought: number
  readonly sold: number
}

export interface TradeDays {
  readonly clientId: string
  readonly days: number
  readonly trades: number
}

export interface ContactSummary {
  readonly clientId: string
  readonly lastAt: string
  readonly count: number
}

/** How much of a product stands in one account; value in fen, units in 1/100. */
export type HoldingAmount = Pick<Holding, 'clientId' | 'code' | 'value' | 'units'>

/** What moved units or cash of one client; money in fen, units in 1/100. */
export type TradeFlow = Pick<Trade, 'clientId' | 'date' | 'side' | 'code' | 'units' | 'amount' | 'fee'>

export interface ClientReader extends RowReader<Client> {
  /** Name, phone, id number or client id containing the text; prefix matches first. */
  search(text: string, limit: number): Client[]
}

export interface HoldingReader extends ClientRowReader<Holding> {
  /** Clients who hold the product. */
  ofProduct(code: string): Holding[]
  /** Of all clients, maturing by the positions' own dates; both dates inclusive. */
  maturing(from: string, to: string): Holding[]
  /** Of all clients, client by client; a product may come once an account. */
  amounts(): HoldingAmount[]
}

export interface TradeReader extends ClientRowReader<Trade> {
  /** From a date on, both dates inclusive. */
  ofClientBetween(clientId: string, from: string, to: string): Trade[]
  /** Confirmed trades of all clients from a date on, inclusive. */
  flows(from: string): TradeFlow[]
  /** Confirmed buys and sells of all clients, by client and product kind; both dates inclusive. */
  activity(from: string, to: string): TradeActivity[]
  /** Confirmed buys and sells of all clients, by client; both dates inclusive. */
  days(from: string, to: string): TradeDays[]
}

export interface ContactReader extends ClientRowReader<Contact> {
  /** Newest contact and number of contacts per client since a UTC instant. */
  summaries(since: string): ContactSummary[]
}

export interface TaskReader extends ClientRowReader<Task> {
  open(): Task[]
}

export interface QuestionnaireReader extends ClientRowReader<Questionnaire> {
  /** Held results of the whole book that nobody at head office has decided on. */
  undecided(): Questionnaire[]
  /** Results that a person at head office decided on, of all clients. */
  decided(): Questionnaire[]
}

export interface BookReader {
  readonly clients: ClientReader
  readonly accounts: ClientRowReader<Account>
  readonly holdings: HoldingReader
  readonly trades: TradeReader
  readonly questionnaires: QuestionnaireReader
  readonly contacts: ContactReader
  readonly tags: ClientRowReader<Tag>
  readonly tasks: TaskReader
  readonly engagements: ClientRowReader<Engagement>
}

export interface BookWriter extends BookReader {
  readonly clients: ClientReader & RowWriter<Client>
  readonly accounts: ClientRowReader<Account> & RowWriter<Account>
  readonly holdings: HoldingReader & RowWriter<Holding>
  readonly trades: TradeReader & RowWriter<Trade>
  readonly questionnaires: QuestionnaireReader & RowWriter<Questionnaire>
  readonly contacts: ContactReader & RowWriter<Contact>
  readonly tags: ClientRowReader<Tag> & RowWriter<Tag>
  readonly tasks: TaskReader & RowWriter<Task>
  readonly engagements: ClientRowReader<Engagement> & RowWriter<Engagement>
}
