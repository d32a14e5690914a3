import { z } from 'zod'
import { ClientId } from './ids.ts'
import { ProfessionalClass, InvestorType, RiskCapacity, Term, Tier, Variety } from './levels.ts'
import { Fen, IsoDate } from './units.ts'

/** A row of the stream `clients`: master data and the facts that head office computes. */
export const Client = z
  .object({
    id: ClientId,
    name: z.string().min(1).max(200),
    kind: z.enum(['person', 'organisation']),
    gender: z.enum(['M', 'F']).nullable(),
    idType: z.string().max(40).nullable(),
    idNumber: z.string().max(40).nullable(),
    birthDate: IsoDate.nullable(),
    phone: z.string().max(40).nullable(),
    email: z.string().max(200).nullable(),
    openedOn: IsoDate.nullable(),
    branch: z.string().max(100).nullable(),
    /** 服务人员: who serves the client where the book names somebody. */
    servedBy: z.string().max(100).nullable().default(null),
    /** Head office's tier, used for the order of the pull only; the shown tier is computed here. */
    bookTier: Tier,
    investorType: InvestorType,
    professionalClass: ProfessionalClass.nullable(),
    professionalUntil: IsoDate.nullable(),
    riskCapacity: RiskCapacity.nullable(),
    assessedOn: IsoDate.nullable(),
    validUntil: IsoDate.nullable(),
    term: Term.nullable(),
    variety: Variety.nullable(),
    objective: z.enum(['preserve', 'income', 'balanced', 'growth']).nullable(),
    averageAssets: Fen.nullable(),
    latestAssets: Fen.nullable(),
    cash: Fen.nullable(),
    marginDebt: Fen.nullable(),
    revenue365: Fen.nullable(),
    /** Signed 基金投顾 or allocation agreement. */
    advisory: z.boolean(),
    doNotDisturb: z.boolean(),
    consentEmail: z.boolean(),
    consentShare: z.boolean(),
  })
  .readonly()
export type Client = z.infer<typeof Client>
