import { z } from 'zod'
import { ClientId } from '../../ids.ts'
import { InvestorType, RiskCapacity, Style, Term, Tier, Variety } from '../../levels.ts'
import { BiText } from '../../text.ts'
import { IsoDate } from '../../units.ts'
import { Figure } from '../figure.ts'

/** The cell of the matrix and why; null levels where it is undetermined. */
export const AccountSegment = z
  .object({
    tier: Tier.nullable(),
    style: Style.nullable(),
    reasons: z.array(BiText).readonly(),
    pack: z.string(),
  })
  .readonly()
export type AccountSegment = z.infer<typeof AccountSegment>

/** How much of the account the figures below rest on. */
export const DataCoverage = z
  .object({
    from: IsoDate.nullable(),
    to: IsoDate,
    accounts: z.int().min(0),
    holdings: z.int().min(0),
    trades: z.int().min(0),
    /** Share of assets with a NAV history long enough for risk figures. */
    priced: Figure,
    /** Share of fund assets whose holdings are disclosed. */
    lookThrough: Figure,
    /** Share of assets whose units follow from the trades. */
    reconciled: Figure,
    notes: z.array(BiText).readonly(),
  })
  .readonly()
export type DataCoverage = z.infer<typeof DataCoverage>

/** B1: who this is. The name is complete; whatever leaves the desk masks it. */
export const AccountWho = z
  .object({
    clientId: ClientId,
    name: z.string(),
    kind: z.enum(['person', 'organisation']),
    gender: z.enum(['M', 'F']).nullable(),
    age: Figure,
    openedOn: IsoDate.nullable(),
    branch: z.string().nullable(),
    investorType: InvestorType,
    professionalClass: z.enum(['A', 'B', 'C']).nullable(),
    riskCapacity: RiskCapacity.nullable(),
    assessedOn: IsoDate.nullable(),
    validUntil: IsoDate.nullable(),
    validDays: Figure,
    term: Term.nullable(),
    variety: Variety.nullable(),
    objective: z.enum(['preserve', 'income', 'balanced', 'growth']).nullable(),
    advisory: z.boolean(),
    segment: AccountSegment.nullable(),
    coverage: DataCoverage,
  })
  .readonly()
export type AccountWho = z.infer<typeof AccountWho>
