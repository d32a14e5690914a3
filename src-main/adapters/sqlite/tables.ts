import { accountsTable } from './accounts-table.ts'
import { announcementsTable } from './announcements-table.ts'
import { clientsTable } from './clients-table.ts'
import { contactsTable } from './contacts-table.ts'
import type { RawDb } from './database.ts'
import { engagementsTable } from './engagements-table.ts'
import { fundHoldingsTable } from './fund-holdings-table.ts'
import { fundsTable } from './funds-table.ts'
import { holdingsTable } from './holdings-table.ts'
import { productsTable } from './products-table.ts'
import { questionnairesTable } from './questionnaires-table.ts'
import { rulePacksTable } from './rule-packs-table.ts'
import { seriesTable } from './series-table.ts'
import { bindTable, type Prepare } from './table.ts'
import { tagsTable } from './tags-table.ts'
import { tasksTable } from './tasks-table.ts'
import { tradesTable } from './trades-table.ts'
import { yieldsTable } from './yields-table.ts'
import type { Account } from '../../model/account.ts'
import type { Announcement } from '../../model/announcement.ts'
import type { Client } from '../../model/client.ts'
import type { Contact } from '../../model/contact.ts'
import type { Engagement } from '../../model/engagement.ts'
import type { FundHoldings } from '../../model/fund-holding.ts'
import type { Fund } from '../../model/fund.ts'
import type { Holding } from '../../model/holding.ts'
import type { Product } from '../../model/product.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { RulePackRow } from '../../model/rule-pack-row.ts'
import type { Tag } from '../../model/tag.ts'
import type { Task } from '../../model/task.ts'
import type { Trade } from '../../model/trade.ts'
import type { YieldChunk } from '../../model/yield-chunk.ts'

/** Row tables under the names of their streams. */
export const tableSpecs = {
  clients: clientsTable,
  accounts: accountsTable,
  holdings: holdingsTable,
  trades: tradesTable,
  questionnaires: questionnairesTable,
  contacts: contactsTable,
  tags: tagsTable,
  tasks: tasksTable,
  engagements: engagementsTable,
  products: productsTable,
  funds: fundsTable,
  fundHoldings: fundHoldingsTable,
  rulePacks: rulePacksTable,
  yields: yieldsTable,
  announcements: announcementsTable,
} as const

export const bindTables = (prepare: Prepare, db: RawDb) => ({
  clients: bindTable<Client>(prepare, clientsTable),
  accounts: bindTable<Account>(prepare, accountsTable),
  holdings: bindTable<Holding>(prepare, holdingsTable),
  trades: bindTable<Trade>(prepare, tradesTable),
  questionnaires: bindTable<Questionnaire>(prepare, questionnairesTable),
  contacts: bindTable<Contact>(prepare, contactsTable),
  tags: bindTable<Tag>(prepare, tagsTable),
  tasks: bindTable<Task>(prepare, tasksTable),
  engagements: bindTable<Engagement>(prepare, engagementsTable),
  products: bindTable<Product>(prepare, productsTable),
  funds: bindTable<Fund>(prepare, fundsTable),
  fundHoldings: bindTable<FundHoldings>(prepare, fundHoldingsTable),
  yields: bindTable<YieldChunk>(prepare, yieldsTable),
  announcements: bindTable<Announcement>(prepare, announcementsTable),
  rulePacks: bindTable<RulePackRow>(prepare, rulePacksTable),
  navs: seriesTable(prepare, 'navs', db),
  benchmarks: seriesTable(prepare, 'benchmarks', db),
})
export type Tables = ReturnType<typeof bindTables>
