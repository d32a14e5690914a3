import type { FundType } from '../../../model/fund.ts'
import type { AssetClass, Style, Term, Tier } from '../../../model/levels.ts'
import type { Writer } from './writer.ts'

const CLASSES: Readonly<Record<AssetClass, string>> = {
  cash: 'common.cash',
  fixedIncome: 'names.fixedIncome',
  equity: 'common.equity',
  multiAsset: 'names.multiAsset',
  overseasCommodity: 'names.overseasCommodity',
}
export const CLASS_ORDER = ['cash', 'fixedIncome', 'equity', 'multiAsset', 'overseasCommodity'] as const
export const className = (write: Writer, assetClass: AssetClass): string => write.say(CLASSES[assetClass])

const TYPES: Readonly<Record<FundType, string>> = {
  money: 'names.moneyMarket',
  shortBond: 'names.shortBond',
  bond: 'common.bond',
  bondPlus: 'names.bondPlus',
  balanced: 'names.balanced',
  equityMixed: 'names.equityMixed',
  equity: 'names.equity',
  index: 'names.index',
  etf: 'names.etf',
  qdii: 'names.qdii',
  fof: 'names.fof',
  commodity: 'names.commodity',
}
export const fundTypeName = (write: Writer, type: FundType): string => write.say(TYPES[type])

const TIERS: Readonly<Record<Tier, string>> = {
  5: 'names.tier5',
  4: 'names.tier4',
  3: 'names.tier3',
  2: 'names.tier2',
  1: 'names.tier1',
}
export const TIER_ORDER: readonly Tier[] = [5, 4, 3, 2, 1]
export const tierName = (write: Writer, tier: Tier): string => write.say(TIERS[tier])

const STYLES: Readonly<Record<Style, string>> = {
  trading: 'names.trading',
  wealth: 'names.wealth',
  allocation: 'common.allocation',
}
export const STYLE_ORDER: readonly Style[] = ['trading', 'wealth', 'allocation']
export const styleName = (write: Writer, style: Style): string => write.say(STYLES[style])

const FORCES = {
  return: 'names.return',
  resilience: 'names.resilience',
  stability: 'names.stability',
  selection: 'names.selection',
  timing: 'names.timing',
} as const satisfies Readonly<Record<string, string>>
export const forceName = (write: Writer, force: keyof typeof FORCES): string => write.say(FORCES[force])

const TERMS: Readonly<Record<Term, string>> = {
  1: 'names.upTo1Year',
  2: 'names.oneToFiveYears',
  3: 'names.noLimit',
}
export const termName = (write: Writer, term: Term): string => write.say(TERMS[term])

const VERDICTS = {
  match: 'names.match',
  mismatch: 'names.mismatch',
  undetermined: 'names.undetermined',
  notApplicable: 'names.notApplicable',
} as const satisfies Readonly<Record<string, string>>
export const verdictName = (write: Writer, verdict: keyof typeof VERDICTS): string => write.say(VERDICTS[verdict])

const CONCLUSIONS = {
  keep: 'names.keep',
  watch: 'names.watch',
  replaceable: 'names.replaceable',
} as const satisfies Readonly<Record<string, string>>
export const conclusionName = (write: Writer, conclusion: keyof typeof CONCLUSIONS): string =>
  write.say(CONCLUSIONS[conclusion])

/** Share class and code may not be lost when a name is cut. */
export const capacityName = (write: Writer, capacity: string | null): string =>
  capacity === null ? write.say('common.missing') : capacity === 'C1min' ? write.say('names.c1Lowest') : capacity
