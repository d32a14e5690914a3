import { z } from 'zod'
import { AssetClass, RiskCapacity, RiskGrade, Style, SuitabilityVerdict, Term, Tier, Variety } from '../model/levels.ts'
import { ProductKind } from '../model/product.ts'
import { ProductEvent } from '../model/product-event.ts'
import { BiText } from '../model/text.ts'
import { base, none } from './base.ts'

export const ShelfRow = z
  .object({
    code: z.string(),
    name: z.string(),
    search: z.string(),
    kind: ProductKind,
    assetClass: AssetClass,
    riskGrade: RiskGrade.nullable(),
    gradedBy: z.string().nullable(),
    gradedOn: z.string().nullable(),
    term: Term.nullable(),
    variety: Variety.nullable(),
    highRisk: z.boolean(),
    redemptionDays: z.int().nullable(),
    minimum: z.int().nullable(),
    annualFee: z.number().nullable(),
    sale: z.enum(['open', 'limited', 'halted', 'closed']),
    access: z.string().nullable(),
    /** Diagnosis score 0..100 of a fund; null when its history is too short, or it is no fund. */
    score: z.number().nullable(),
    maturesOn: z.string().nullable(),
    /** Cells of the matrix on whose shelf it stands, `5-allocation`. */
    cells: z.array(z.string()),
    holders: z.int(),
    heldValue: z.int(),
    match: z.int(),
    mismatch: z.int(),
    undetermined: z.int(),
  })
  .readonly()
export type ShelfRow = z.infer<typeof ShelfRow>

const who = {
  clientId: z.string(),
  name: z.string(),
  tier: Tier.nullable(),
  style: Style.nullable(),
  assets: z.int(),
  /** The level of a result that waits for head office; the verdict does not know it. */
  waitingCapacity: RiskCapacity.nullable(),
}

export const AudienceView = z
  .object({
    code: z.string(),
    name: z.string(),
    counts: z.object({ match: z.int(), mismatch: z.int(), undetermined: z.int() }).readonly(),
    /** Matches whose cell has the product on its shelf, the best fitting first. */
    clients: z.array(
      z.object({ ...who, score: z.number(), held: z.int(), cash: z.int(), comparison: BiText }).readonly(),
    ),
    /** Clients it does not fit, by the first code of the verdict. */
    whyNot: z.array(z.object({ code: z.string(), count: z.int() }).readonly()),
    /** A match, but the product is not on the shelf of the client's cell. */
    offShelf: z.int(),
  })
  .readonly()
export type AudienceView = z.infer<typeof AudienceView>

export const AffectedView = z
  .object({
    code: z.string(),
    clients: z.array(
      z
        .object({
          ...who,
          value: z.int(),
          share: z.number(),
          before: SuitabilityVerdict,
          after: SuitabilityVerdict,
          comparison: BiText,
        })
        .readonly(),
    ),
    value: z.int(),
    /** Holdings that fitted before the event and do not after it. */
    worse: z.int(),
  })
  .readonly()
export type AffectedView = z.infer<typeof AffectedView>

const Alternative = z.object({ code: z.string(), name: z.string() }).readonly()

/** What is said to one client about the event; a task of the client carries its title. */
export const ProductDraft = z
  .object({
    taskId: z.string(),
    clientId: z.string(),
    clientName: z.string(),
    title: BiText,
    letter: BiText,
    /** The best of the client's shelf in the same class, where the product does not fit or cannot be bought any more. */
    alternative: Alternative.nullable(),
    /** Words that must not go out; a letter with one is not ready. */
    findings: z.int(),
  })
  .readonly()
export type ProductDraft = z.infer<typeof ProductDraft>

export const DraftBatch = z
  .object({
    id: z.string(),
    code: z.string(),
    event: ProductEvent,
    madeAt: z.string(),
    drafts: z.array(ProductDraft),
  })
  .readonly()
export type DraftBatch = z.infer<typeof DraftBatch>

const occasion = { code: z.string(), event: ProductEvent }

export const products = {
  shelf: base.input(none).output(z.array(ShelfRow)),
  /** One product as a row, on the shelf or not: something can happen to whatever a client holds. */
  row: base.input(z.object({ code: z.string() })).output(ShelfRow),
  audience: base.input(z.object({ code: z.string() })).output(AudienceView),
  affected: base.input(z.object(occasion)).output(AffectedView),
  /** One task with a letter for each of these clients, all in one transaction; `batch` names the one they join. */
  draft: base
    .input(
      z.object({
        ...occasion,
        clientIds: z.array(z.string()).min(1).max(500).readonly(),
        batch: z.string().nullable().default(null),
      }),
    )
    .output(DraftBatch),
  drafts: base.input(z.object({ code: z.string() })).output(z.array(DraftBatch)),
  /** Takes a batch back: tasks not sent yet disappear, the others are marked as not relevant. */
  undoDrafts: base.input(z.object({ id: z.string() })).output(z.object({ withdrawn: z.int(), cancelled: z.int() })),
}
