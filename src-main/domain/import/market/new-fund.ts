import type { Fund } from '../../../model/fund.ts'

type Mix = { readonly stock: number; readonly bond: number; readonly cash: number } | null

/** Marks of ours: a fund whose type no table names is sorted by its newest disclosed mix. */
const MOSTLY = 0.6
const NEARLY_ALL = 0.8

const typeOf = (mix: Mix): Fund['type'] => {
  if (mix === null) return 'balanced'
  if (mix.stock >= NEARLY_ALL) return 'equity'
  if (mix.stock >= MOSTLY) return 'equityMixed'
  if (mix.bond >= NEARLY_ALL) return mix.stock > 0.01 ? 'bondPlus' : 'bond'
  return 'balanced'
}

/** A fund that only files speak of: no name, no benchmark and no fees are known, and none are made up. */
export function newFund(
  code: string,
  inceptionOn: string,
  mix: Mix,
): Omit<Fund, 'code' | 'inceptionOn'> & {
  readonly code: string
  readonly inceptionOn: string
} {
  return {
    code,
    fundId: code,
    name: code,
    shareClass: null,
    company: '',
    type: typeOf(mix),
    peerGroup: '自有数据',
    inceptionOn,
    closedOn: null,
    managers: [],
    benchmark: [],
    sizes: [],
    fees: { management: 0, custody: 0, sales: 0, purchase: [], redemption: [] },
    dividends: [],
    splits: [],
    status: 'open',
    purchaseLimit: null,
    holders: [],
    turnover: [],
    duration: null,
    ratings: [],
  }
}

/** 申购状态 as published. */
export function statusOf(text: string): Fund['status'] {
  if (/暂停|停止/.test(text)) return 'halted'
  if (/限制|限大额|大额/.test(text)) return 'limited'
  if (/封闭|终止|清算/.test(text)) return text.includes('封闭') ? 'halted' : 'closed'
  return 'open'
}
