import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Contact, ContactChannel } from '../model/contact.ts'
import { ExportLine } from '../model/export-line.ts'
import {
  InvestorType,
  ProfessionalGap,
  RiskCapacity,
  RiskGrade,
  Style,
  SuitabilityVerdict,
  Term,
  Tier,
  Variety,
} from '../model/levels.ts'
import { Questionnaire } from '../model/questionnaire.ts'
import { AccountReport } from '../model/report/account-report.ts'
import { Tag } from '../model/tag.ts'
import { Task } from '../model/task.ts'
import { BiText } from '../model/text.ts'
import { Trade } from '../model/trade.ts'
import { BulkWork } from '../model/bulk-work.ts'
import { HoldReason } from '../model/hold-reason.ts'
import { SavedClientView } from '../model/client-view.ts'
import { base, none } from './base.ts'

/** One line of the clients grid. `search` holds all that the quick search finds, in small letters: name, pinyin, initials, number, tail of the phone. */
export const ClientRow = z
  .object({
    id: z.string(),
    name: z.string(),
    search: z.string(),
    /** Null when the facts do not decide the cell. */
    tier: Tier.nullable(),
    style: Style.nullable(),
    assets: z.int().nullable(),
    cash: z.int().nullable(),
    revenue365: z.int().nullable(),
    investorType: InvestorType,
    riskCapacity: RiskCapacity.nullable(),
    /** The level of a result that waits for head office; null when none waits. */
    waitingCapacity: RiskCapacity.nullable(),
    validUntil: z.string().nullable(),
    holdings: z.int(),
    mismatch: z.int(),
    undetermined: z.int(),
    lastContact: z.string().nullable(),
    overdueDays: z.int(),
    dueOn: z.string().nullable(),
    phoneTail: z.string(),
    branch: z.string().nullable(),
    tags: z.array(z.string()),
    inactive: z.boolean(),
  })
  .readonly()
export type ClientRow = z.infer<typeof ClientRow>

export const HoldingRow = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.string(),
    units: z.number(),
    cost: z.number().nullable(),
    price: z.number().nullable(),
    priceDate: z.string().nullable(),
    value: z.int(),
    share: z.number(),
    profit: z.int().nullable(),
    riskGrade: RiskGrade.nullable(),
    verdict: SuitabilityVerdict,
    comparison: BiText,
  })
  .readonly()
export type HoldingRow = z.infer<typeof HoldingRow>

export const ClientView = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['person', 'organisation']),
    gender: z.enum(['M', 'F']).nullable(),
    age: z.int().nullable(),
    maskedId: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    openedOn: z.string().nullable(),
    branch: z.string().nullable(),
    servedBy: z.string().nullable(),
    investorType: InvestorType,
    /** Why a client called professional is treated as ordinary. */
    professionalGap: ProfessionalGap.nullable(),
    doNotDisturb: z.boolean(),
    consentEmail: z.boolean(),
    consentShare: z.boolean(),
    assets: z.int().nullable(),
    cash: z.int().nullable(),
    segment: z
      .object({
        tier: Tier.nullable(),
        style: Style.nullable(),
        tierName: BiText.nullable(),
        styleName: BiText.nullable(),
        inactive: z.boolean(),
        /** Facts that are missing, by name. */
        undetermined: z.array(z.string()),
        scores: z.object({ trading: z.number(), wealth: z.number(), allocation: z.number() }).nullable(),
        reasons: z.array(BiText),
        distances: z.array(z.object({ tier: Tier, style: Style, what: BiText }).readonly()),
        pack: z.string(),
      })
      .readonly(),
    history: z.array(
      z
        .object({ at: z.string(), from: z.string().nullable(), to: z.string(), why: BiText, pack: z.string() })
        .readonly(),
    ),
    risk: z
      .object({
        capacity: RiskCapacity.nullable(),
        assessedOn: z.string().nullable(),
        validUntil: z.string().nullable(),
        daysLeft: z.int().nullable(),
        term: Term.nullable(),
        variety: Variety.nullable(),
        /** A result that waits for head office and counts for nothing until it is released. */
        waiting: z
          .object({ riskCapacity: RiskCapacity, date: z.string(), why: z.array(HoldReason) })
          .readonly()
          .nullable(),
      })
      .readonly(),
    service: z
      .object({
        cadenceDays: z.int(),
        minutes: z.int(),
        channels: BiText,
        lastContact: z.string().nullable(),
        dueOn: z.string().nullable(),
        overdueDays: z.int(),
      })
      .readonly(),
    holdings: z.array(HoldingRow),
    tradeCount: z.int(),
    contacts: z.array(Contact),
    questionnaires: z.array(Questionnaire),
    tags: z.array(Tag),
    /** The words in both languages; of most tasks the title as it was typed. */
    tasks: z.array(Task.unwrap().extend({ words: BiText }).readonly()),
    dataDate: z.string().nullable(),
  })
  .readonly()
export type ClientView = z.infer<typeof ClientView>

export const ClientExport = z
  .object({
    /** The shown lines in their order. */
    ids: z.array(z.string()).max(200_000).readonly(),
    columns: z
      .array(
        z
          .object({
            field: z.enum([
              'id',
              'name',
              'cell',
              'assets',
              'cash',
              'revenue365',
              'investorType',
              'riskCapacity',
              'validUntil',
              'holdings',
              'mismatch',
              'undetermined',
              'lastContact',
              'overdueDays',
              'dueOn',
              'phoneTail',
              'branch',
              'tags',
            ]),
            title: z.string().min(1).max(100),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
    /** Name of the file and its sheet. */
    title: z.string().min(1).max(30),
    format: z.enum(['xlsx', 'csv']),
    /** Names and numbers as stars but for their ends. */
    masked: z.boolean(),
    locale: z.enum(['zh-CN', 'en']),
  })
  .readonly()
export type ClientExport = z.infer<typeof ClientExport>

/** A trade with the name of its product; null for money, and for a product that nobody lists. */
export const TradeLine = Trade.unwrap().extend({ name: z.string().nullable() }).readonly()
export type TradeLine = z.infer<typeof TradeLine>

const byId = z.object({ id: z.string() })

export const clients = {
  /** All of one moment, highest cell first, in it the largest assets; in pieces, since nobody reads 50,000 at once without a halt. */
  list: base.input(none).output(eventIterator(z.array(ClientRow))),
  view: base.input(byId).output(ClientView),
  trades: base
    .input(z.object({ id: z.string(), offset: z.int().min(0), limit: z.int().min(1).max(5000) }))
    .output(z.array(TradeLine)),
  diagnosis: base.input(byId).output(AccountReport),
  /** Asks where to; the path is null when the user thought better of it. Every export is logged. */
  export: base.input(ClientExport).output(z.object({ path: z.string().nullable(), rows: z.int() })),
  /** What was exported, the latest first, and how many lines the log has. */
  exports: base
    .input(z.object({ limit: z.int().min(1).max(10_000) }))
    .output(z.object({ total: z.int(), lines: z.array(ExportLine).readonly() }).readonly()),
  addContact: base
    .input(
      z.object({
        id: z.string(),
        channel: ContactChannel,
        minutes: z.int().min(0).max(1440),
        subject: z.string().max(200),
        note: z.string().max(4000),
      }),
    )
    .output(Contact),
  /** The same tag, task or contact for many clients; all of it or nothing. */
  bulk: base.input(BulkWork).output(z.object({ bulkId: z.string(), count: z.int() })),
  undoBulk: base.input(z.object({ bulkId: z.string(), count: z.int().min(1) })).output(none),
  views: base.input(none).output(z.array(SavedClientView)),
  keepViews: base.input(z.object({ views: z.array(SavedClientView) })).output(z.array(SavedClientView)),
  undoContact: base.input(z.object({ contactId: z.string() })).output(none),
}
