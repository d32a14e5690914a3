import { z } from 'zod'
import { Account } from './account.ts'
import { Announcement } from './announcement.ts'
import { Client } from './client.ts'
import { Contact } from './contact.ts'
import { Engagement } from './engagement.ts'
import { FundHoldings } from './fund-holding.ts'
import { Fund } from './fund.ts'
import { Holding } from './holding.ts'
import { IndexChunk, NavChunk, periodName } from './nav-chunk.ts'
import { Product } from './product.ts'
import { Questionnaire } from './questionnaire.ts'
import { RulePackRow } from './rule-pack-row.ts'
import { Tag } from './tag.ts'
import { Task } from './task.ts'
import { Trade } from './trade.ts'
import { YieldChunk } from './yield-chunk.ts'

/** Row schema and key of every stream; streams of the book carry a tier, reference streams are the same for everyone. */
export const streams = {
  clients: { scope: 'book', schema: Client, key: (r: Client) => r.id },
  accounts: { scope: 'book', schema: Account, key: (r: Account) => r.id },
  holdings: { scope: 'book', schema: Holding, key: (r: Holding) => `${r.accountId}|${r.code}` },
  questionnaires: { scope: 'book', schema: Questionnaire, key: (r: Questionnaire) => r.id },
  contacts: { scope: 'book', schema: Contact, key: (r: Contact) => r.id },
  tags: { scope: 'book', schema: Tag, key: (r: Tag) => `${r.clientId}|${r.name}` },
  tasks: { scope: 'book', schema: Task, key: (r: Task) => r.id },
  engagements: { scope: 'book', schema: Engagement, key: (r: Engagement) => r.id },
  trades: { scope: 'book', schema: Trade, key: (r: Trade) => r.id },
  products: { scope: 'reference', schema: Product, key: (r: Product) => r.code },
  funds: { scope: 'reference', schema: Fund, key: (r: Fund) => r.code },
  fundHoldings: { scope: 'reference', schema: FundHoldings, key: (r: FundHoldings) => `${r.fundId}|${r.date}` },
  announcements: { scope: 'reference', schema: Announcement, key: (r: Announcement) => r.id },
  benchmarks: { scope: 'reference', schema: IndexChunk, key: (r: IndexChunk) => `${r.code}|${r.year}` },
  yields: {
    scope: 'reference',
    schema: YieldChunk,
    key: (r: YieldChunk) => `${r.curve}|${r.months}|${r.year}`,
  },
  navs: { scope: 'reference', schema: NavChunk, key: (r: NavChunk) => `${r.code}|${periodName(r)}` },
  rulePacks: { scope: 'reference', schema: RulePackRow, key: (r: RulePackRow) => `${r.kind}|${r.version}` },
} as const

export const StreamName = z.enum(Object.keys(streams) as [keyof typeof streams, ...(keyof typeof streams)[]])
export type StreamName = keyof typeof streams
export type StreamRow<S extends StreamName> = z.infer<(typeof streams)[S]['schema']>
