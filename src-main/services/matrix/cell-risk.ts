import type { CellView } from '../../contract/matrix.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { capsFor, portfolioFit, type RiskPosition } from '../../domain/suitability/portfolio-fit.ts'
import { RiskCapacity } from '../../model/levels.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { SegmentCell } from '../../model/segment-cell.ts'
import { IsoDate } from '../../model/units.ts'
import type { ClientEntry } from '../book/client-entry.ts'
import { suitabilityClient } from '../book/suitability-facts.ts'
import type { Rules } from '../rules/rules.ts'

/** The positions of a client as the account rules read them; cash counts as R1. */
const positionsOf = ({ holdings, client }: ClientEntry): readonly RiskPosition[] => [
  ...holdings.map(({ code, value, product }) => ({
    code,
    value,
    riskGrade: product?.riskGrade ?? null,
    assetClass: product?.assetClass ?? ('multiAsset' as const),
  })),
  { code: 'cash', value: client.cash ?? 0, riskGrade: 'R1', assetClass: 'cash' },
]

/** Level that counts today; null for professionals and without a valid assessment. */
const levelOf = (entry: ClientEntry, today: string): RiskCapacity | null => {
  const facts = suitabilityClient(entry.client)
  if (facts.investorType === 'professional') return null
  return facts.validUntil !== null && facts.validUntil >= today ? facts.riskCapacity : null
}

/** What a client holds in grades that its level may not hold; fen. Term and variety are no question of level. */
const aboveLevel = ({ holdings }: ClientEntry, level: RiskCapacity, { matrix }: SuitabilityPack): number =>
  holdings.reduce((sum, { value, product }) => {
    const grade = product?.riskGrade ?? null
    return grade === null || matrix[level].includes(grade) ? sum : sum + value
  }, 0)

type RiskView = CellView['risk']
type LevelLine = { -readonly [K in keyof RiskView['levels'][number]]: RiskView['levels'][number][K] }

/**
 * Risk fit of a cell: what its clients hold above their level and its share of the cell's assets, and level by level the caps in force (the stricter of the
 * cell's own and the suitability pack's) with the number of accounts that break each.
 */
export const cellRisk = (cell: SegmentCell, entries: readonly ClientEntry[], rules: Rules, today: string): RiskView => {
  const pack = packInForce(rules.suitability, IsoDate.parse(today))
  const lines = new Map<RiskCapacity, LevelLine>()
  let [value, clients, total, open, professional] = [0, 0, 0, 0, 0]
  for (const entry of entries) {
    total += entry.assets
    const level = levelOf(entry, today)
    if (level === null) {
      if (suitabilityClient(entry.client).investorType === 'professional') professional += 1
      else open += 1
      continue
    }
    if (pack === null) continue
    const above = aboveLevel(entry, level, pack)
    value += above
    if (above > 0) clients += 1
    const caps = capsFor(level, pack, cell)
    const line = lines.get(level) ?? { level, ...caps, clients: 0, overProduct: 0, overClass: 0, overGrades: 0 }
    lines.set(level, line)
    line.clients += 1
    const kinds = new Set(portfolioFit(positionsOf(entry), level, caps, pack).breaches.map(breach => breach.kind))
    if (kinds.has('singleProduct')) line.overProduct += 1
    if (kinds.has('singleClass')) line.overClass += 1
    if (kinds.has('highGrades')) line.overGrades += 1
  }
  return {
    aboveValue: value,
    aboveShare: total === 0 ? 0 : value / total,
    aboveClients: clients,
    noLevel: open,
    professional,
    levels: RiskCapacity.options.flatMap(level => lines.get(level) ?? []),
  }
}
