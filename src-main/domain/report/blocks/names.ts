import type { FundType } from '../../../model/fund.ts'
import type { AssetClass, Style, Term, Tier } from '../../../model/levels.ts'
import type { Writer } from './writer.ts'

type Pair = readonly [zh: string, en: string]
const said = (write: Writer, pair: Pair): string => write.say(pair[0], pair[1])

const CLASSES: Readonly<Record<AssetClass, Pair>> = {
  cash: ['现金', 'Cash'],
  fixedIncome: ['固定收益', 'Fixed income'],
  equity: ['权益', 'Equity'],
  multiAsset: ['多资产与另类', 'Multi-asset'],
  overseasCommodity: ['海外与商品', 'Overseas, commodity'],
}
export const CLASS_ORDER = ['cash', 'fixedIncome', 'equity', 'multiAsset', 'overseasCommodity'] as const
export const className = (write: Writer, assetClass: AssetClass): string => said(write, CLASSES[assetClass])

const TYPES: Readonly<Record<FundType, Pair>> = {
  money: ['货币', 'Money market'],
  shortBond: ['中短债', 'Short bond'],
  bond: ['债券', 'Bond'],
  bondPlus: ['二级债', 'Bond plus'],
  balanced: ['平衡混合', 'Balanced'],
  equityMixed: ['偏股混合', 'Equity mixed'],
  equity: ['股票', 'Equity'],
  index: ['指数', 'Index'],
  etf: ['交易型指数', 'ETF'],
  qdii: ['QDII', 'QDII'],
  fof: ['FOF', 'FOF'],
  commodity: ['商品', 'Commodity'],
}
export const fundTypeName = (write: Writer, type: FundType): string => said(write, TYPES[type])

const TIERS: Readonly<Record<Tier, Pair>> = {
  5: ['5 钻石', '5 Diamond'],
  4: ['4 铂金', '4 Platinum'],
  3: ['3 金', '3 Gold'],
  2: ['2 银', '2 Silver'],
  1: ['1 普通', '1 Standard'],
}
export const TIER_ORDER: readonly Tier[] = [5, 4, 3, 2, 1]
export const tierName = (write: Writer, tier: Tier): string => said(write, TIERS[tier])

const STYLES: Readonly<Record<Style, Pair>> = {
  trading: ['交易', 'Trading'],
  wealth: ['理财', 'Wealth'],
  allocation: ['配置', 'Allocation'],
}
export const STYLE_ORDER: readonly Style[] = ['trading', 'wealth', 'allocation']
export const styleName = (write: Writer, style: Style): string => said(write, STYLES[style])

const FORCES = {
  return: ['收益率', 'Return'],
  resilience: ['抗风险', 'Resilience'],
  stability: ['稳定性', 'Stability'],
  selection: ['选证能力', 'Selection'],
  timing: ['择时能力', 'Timing'],
} as const satisfies Readonly<Record<string, Pair>>
export const forceName = (write: Writer, force: keyof typeof FORCES): string => said(write, FORCES[force])

const TERMS: Readonly<Record<Term, Pair>> = {
  1: ['一年以内', 'up to 1 year'],
  2: ['一至五年', '1 to 5 years'],
  3: ['不限', 'no limit'],
}
export const termName = (write: Writer, term: Term): string => said(write, TERMS[term])

const VERDICTS = {
  match: ['匹配', 'Match'],
  mismatch: ['不匹配', 'Mismatch'],
  undetermined: ['无法判定', 'Undetermined'],
  notApplicable: ['不适用', 'Not applicable'],
} as const satisfies Readonly<Record<string, Pair>>
export const verdictName = (write: Writer, verdict: keyof typeof VERDICTS): string => said(write, VERDICTS[verdict])

const CONCLUSIONS = {
  keep: ['保留', 'Keep'],
  watch: ['观察', 'Watch'],
  replaceable: ['可替换', 'Replaceable'],
} as const satisfies Readonly<Record<string, Pair>>
export const conclusionName = (write: Writer, conclusion: keyof typeof CONCLUSIONS): string =>
  said(write, CONCLUSIONS[conclusion])

/** Share class and code may not be lost when a name is cut. */
export const capacityName = (write: Writer, capacity: string | null): string =>
  capacity === null
    ? write.say('缺失', 'missing')
    : capacity === 'C1min'
      ? write.say('C1 最低类别', 'C1, lowest')
      : capacity
