export interface FundEvent {
  /** Cash for one unit, in yuan; 0 for none. */
  readonly perUnit: number
  /** New units for one old unit; 1 for none. */
  readonly ratio: number
}

const DIGITS = /[０-９．]/g

/**
 * Reads the Chinese text of a fund event as published beside a NAV: a cash distribution (每份派现金0.0190元,
 * 每10份派0.5元) or a split or conversion of units (每份基金份额折算1.46406491份, 分拆, 拆分). `null` for a text that
 * says neither: it must be looked at, not dropped.
 */
export function parseFundEvent(text: string): FundEvent | null {
  const plain = text.replaceAll(DIGITS, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll(/[\s,，]/g, '')
  if (plain === '' || plain === '-' || plain === '--') return { perUnit: 0, ratio: 1 }
  const cash = /每(\d*)份.*?(?:派|分红|分配)\D*?(\d+(?:\.\d+)?)元/.exec(plain)
  if (cash) return { perUnit: Number(cash[2]) / unitsOf(cash[1]), ratio: 1 }
  const units = /每(\d*)份.*?(?:折算|分拆|拆分|转换)\D*?(\d+(?:\.\d+)?)份/.exec(plain)
  if (units) return { perUnit: 0, ratio: Number(units[2]) / unitsOf(units[1]) }
  return null
}

function unitsOf(text: string | undefined): number {
  return text === undefined || text === '' ? 1 : Number(text)
}
