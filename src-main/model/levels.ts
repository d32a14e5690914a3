import { z } from 'zod'

/** 风险承受能力: C1min is the lowest category of Order 130. */
export const RiskCapacity = z.enum(['C1min', 'C1', 'C2', 'C3', 'C4', 'C5'])
export type RiskCapacity = z.infer<typeof RiskCapacity>
/** From the most careful up. */
export const riskCapacities = RiskCapacity.options

/** 产品风险等级. */
export const RiskGrade = z.enum(['R1', 'R2', 'R3', 'R4', 'R5'])
export type RiskGrade = z.infer<typeof RiskGrade>
/** From the calmest up. */
export const riskGrades = RiskGrade.options

/** 拟投资期限 / 产品期限: 1 = 0-1 year, 2 = 1-5 years, 3 = no limit. */
export const Term = z.literal([1, 2, 3])
export type Term = z.infer<typeof Term>

/** 投资品种, cumulative: 1 fixed income, 2 equity, 3 margin/futures/options, 4 structured/OTC/complex. */
export const Variety = z.literal([1, 2, 3, 4])
export type Variety = z.infer<typeof Variety>

export const InvestorType = z.enum(['ordinary', 'professional'])
export type InvestorType = z.infer<typeof InvestorType>

/** 专业投资者 of CSRC Order 130: A by licence, B by assets, C by its own request. */
export const ProfessionalClass = z.enum(['A', 'B', 'C'])
export type ProfessionalClass = z.infer<typeof ProfessionalClass>

/** What a professional status lacks to count. */
export const ProfessionalGap = z.enum(['noClass', 'noEnd', 'ended'])
export type ProfessionalGap = z.infer<typeof ProfessionalGap>

/** 层级, 5 is the highest. */
export const Tier = z.literal([1, 2, 3, 4, 5])
export type Tier = z.infer<typeof Tier>

/** 客户类型: 交易型, 理财型, 配置型. */
export const Style = z.enum(['trading', 'wealth', 'allocation'])
export type Style = z.infer<typeof Style>

export const SuitabilityVerdict = z.enum(['match', 'mismatch', 'undetermined'])
export type SuitabilityVerdict = z.infer<typeof SuitabilityVerdict>

/** Asset classes after look-through. */
export const AssetClass = z.enum(['cash', 'fixedIncome', 'equity', 'multiAsset', 'overseasCommodity'])
export type AssetClass = z.infer<typeof AssetClass>
