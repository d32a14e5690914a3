import { type Draft, worth } from './draft.ts'
import type { Held } from './ledger.ts'
import type { Asset } from './market.ts'
import type { Random } from './random.ts'

/**
 * Turns the first purchase of one held fund into a conversion from a money fund of the same company, which was bought
 * some weeks before for just that amount; units and money at the end stay what they were.
 */
export const convertOne = (
  lots: readonly Held[],
  money: readonly Asset[],
  from: number,
  random: Random,
): readonly Draft[] | null => {
  for (const held of lots) {
    const { share } = held.asset
    const first = held.lot.drafts[0]
    if (share === null || held.asset.money || first?.side !== 'buy' || first.position < from + 30) continue
    const source = money.find(m => m.share?.spec.company === share.spec.company && m.series.start < first.position - 30)
    if (source === undefined) continue
    const before = first.position - 5 - random.int(20)
    // A unit of a money fund costs one yuan, so units times 100 are fen
    const units = first.amount + first.fee
    const base = {
      account: first.account,
      code: source.code,
      units,
      price: 10_000,
      amount: worth(units, 10_000),
      fee: 0,
    }
    return [
      { ...base, position: before, side: 'buy', cash: -units },
      { ...base, position: first.position, side: 'convertOut', cash: units },
      { ...first, side: 'convertIn' },
      ...held.lot.drafts.slice(1),
      ...lots.filter(other => other !== held).flatMap(other => other.lot.drafts),
    ]
  }
  return null
}

/** 强增 and 强减: the registrar adds units and takes them back some days later. */
export const correction = (held: Held, today: number): readonly Draft[] => {
  const bought = held.lot.drafts[0]?.position ?? today
  const position = Math.min(today - 8, bought + 20)
  if (held.asset.share === null || held.asset.money || position <= bought) return []
  const price = held.lot.drafts[0]?.price ?? 10_000
  const base = {
    account: held.account,
    code: held.asset.code,
    units: 10_000,
    price,
    amount: worth(10_000, price),
    fee: 0,
    cash: 0,
  }
  return [
    { ...base, position, side: 'adjustIn' },
    { ...base, position: position + 4, side: 'adjustOut' },
  ]
}
