import type { CutAxis, CutView } from '../../contract/segment-rules.ts'
import { ageOn } from '../../domain/suitability/age-on.ts'
import type { Tier } from '../../model/levels.ts'
import type { BiText } from '../../model/text.ts'
import { IsoDate } from '../../model/units.ts'
import type { ClientEntry } from '../book/client-entry.ts'
import { suitabilityClient } from '../book/suitability-facts.ts'
import type { Workspace } from '../workspace/workspace.ts'

interface Axis {
  readonly rows: readonly { readonly id: string; readonly name: BiText }[]
  readonly rowOf: (entry: ClientEntry, today: string) => string
}

const row = (id: string, zh: string, en: string) => ({ id, name: { zh, en } })
const AGES = [
  { until: 35, id: 'to34' },
  { until: 50, id: 'to49' },
  { until: 65, id: 'to64' },
] as const

/** Service need: what the standard and the fit of the holdings ask for, the most pressing first. */
const needOf = (entry: ClientEntry): string => {
  if (entry.service.kind === 'overdue') return 'overdue'
  if (entry.mismatchValue > 0) return 'mismatch'
  return entry.service.kind === 'due' ? 'due' : 'onTime'
}

const axes: Readonly<Record<CutAxis, Axis>> = {
  risk: {
    rows: [
      row('professional', '专业投资者', 'Professional'),
      ...['C5', 'C4', 'C3', 'C2', 'C1', 'C1min'].map(level => row(level, level, level)),
      row('none', '无有效问卷', 'No valid level'),
    ],
    rowOf: ({ client }, today) => {
      const facts = suitabilityClient(client, today)
      if (facts.investorType === 'professional') return 'professional'
      if (facts.riskCapacity === null || facts.validUntil === null || facts.validUntil < today) return 'none'
      return facts.riskCapacity
    },
  },
  age: {
    rows: [
      row('to34', '35 岁以下', 'Under 35'),
      row('to49', '35–49 岁', '35–49'),
      row('to64', '50–64 岁', '50–64'),
      row('from65', '65 岁及以上', '65 and over'),
      row('organisation', '机构', 'Organisation'),
      row('unknown', '年龄缺失', 'Age missing'),
    ],
    rowOf: ({ client }, today) => {
      if (client.kind === 'organisation') return 'organisation'
      if (client.birthDate === null) return 'unknown'
      const age = ageOn(client.birthDate, IsoDate.parse(today))
      return AGES.find(band => age < band.until)?.id ?? 'from65'
    },
  },
  need: {
    rows: [
      row('overdue', '服务逾期', 'Overdue'),
      row('mismatch', '持仓不匹配', 'Mismatched holdings'),
      row('due', '服务到期', 'Due'),
      row('onTime', '无需服务', 'On time'),
    ],
    rowOf: needOf,
  },
}

const BANDS = [5, 4, 3, 2, 1] as const satisfies readonly Tier[]

const sum = (entries: readonly ClientEntry[], pick: (entry: ClientEntry) => number): number =>
  entries.reduce((total, entry) => total + pick(entry), 0)

/** Counts and sums of the book by one axis against the bands of assets of the pack in force. */
export const cutView = (workspace: Workspace, axis: CutAxis): CutView => {
  const { segments } = workspace.rules
  const today = workspace.today()
  const { rows, rowOf } = axes[axis]
  const bandOf = (entry: ClientEntry): number =>
    1 + segments.tier.assetMarks.filter(mark => entry.assets >= mark).length
  const groups = Map.groupBy(workspace.book().entries, entry => `${rowOf(entry, today)}|${bandOf(entry)}`)
  return {
    axis,
    rows: [...rows],
    bands: BANDS.map(tier => ({ tier, name: segments.tier.names[tier - 1] ?? { zh: '', en: '' } })),
    cells: rows.flatMap(({ id }) =>
      BANDS.map(band => {
        const entries = groups.get(`${id}|${band}`) ?? []
        const held = sum(entries, entry => entry.heldValue)
        return {
          row: id,
          band,
          count: entries.length,
          aum: sum(entries, entry => entry.assets),
          overdue: entries.filter(entry => entry.service.kind === 'overdue').length,
          mismatchShare: held === 0 ? 0 : sum(entries, entry => entry.mismatchValue) / held,
          revenue365: sum(entries, entry => entry.client.revenue365 ?? 0),
        }
      }),
    ),
  }
}
