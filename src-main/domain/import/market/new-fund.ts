import { OWN_DATA, type Fund } from '../../../model/fund.ts'
import type { ImportPack } from '../../../model/import/import-pack.ts'

type Mix = { readonly stock: number; readonly bond: number; readonly cash: number } | null

/** By the marks of the pack; the last of its lines asks for nothing. */
const typeOf = (mix: Mix, { fundTypes }: ImportPack): Fund['type'] => {
  const fits = mix === null ? undefined : fundTypes.find(line => mix.stock >= line.stock && mix.bond >= line.bond)
  return fits?.type ?? fundTypes.at(-1)?.type ?? 'balanced'
}

/** A fund that only files speak of: no name, no benchmark and no fees are known, and none are made up. */
export function newFund(
  code: string,
  inceptionOn: string,
  mix: Mix,
  pack: ImportPack,
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
    type: typeOf(mix, pack),
    peerGroup: OWN_DATA,
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
