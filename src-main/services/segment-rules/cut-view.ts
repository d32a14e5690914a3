import type { CutAxis, CutView } from '../../contract/segment-rules.ts'
import { groupTotals, mismatchShare } from '../../domain/segmentation/group-totals.ts'
import { DUE, ON_TIME, OVERDUE } from '../../domain/segmentation/service-many.ts'
import { ageOn } from '../../domain/suitability/age-on.ts'
import { AppError } from '../../model/app-error.ts'
import type { Tier } from '../../model/levels.ts'
import type { BiText } from '../../model/text.ts'
import { IsoDate } from '../../model/units.ts'
import { bookColumns } from '../book/book-columns.ts'
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

const bandOf = (assets: number, marks: readonly number[]): number => marks.filter(mark => assets >= mark).length

/** Place of every client in the grid: row after row, bands from 1 to 5 within a row. */
const placesOf = (workspace: Workspace, { rows, rowOf }: Axis): Uint8Array => {
  const { entries, today } = workspace.book()
  const { assetMarks } = workspace.rules.segments.tier
  const rowAt = new Map(rows.map(({ id }, at) => [id, at]))
  return Uint8Array.from(entries, entry => {
    const at = rowAt.get(rowOf(entry, today))
    if (at === undefined) throw new RangeError(`a client is in no row of the axis: ${rowOf(entry, today)}`)
    return at * BANDS.length + bandOf(entry.assets, assetMarks)
  })
}

const serviceCodes = { onTime: ON_TIME, due: DUE, overdue: OVERDUE } as const

/** Counts and sums of the book by one axis against the bands of assets of the pack in force. */
export const cutView = (workspace: Workspace, axis: CutAxis): CutView => {
  const { segments } = workspace.rules
  const book = workspace.book()
  const columns = bookColumns(book)
  const { rows } = axes[axis]
  const service = Uint8Array.from(book.entries, entry => serviceCodes[entry.service.kind])
  const totals = groupTotals(columns, placesOf(workspace, axes[axis]), rows.length * BANDS.length, service)
  const aum = totals.reduce((sum, total) => sum + total.assets, 0)
  return {
    axis,
    rows: [...rows],
    bands: BANDS.map(tier => ({
      tier,
      name: segments.tier.names[tier - 1] ?? { zh: '', en: '' },
      from: segments.tier.assetMarks[tier - 2] ?? null,
      below: segments.tier.assetMarks[tier - 1] ?? null,
    })),
    cells: rows.flatMap(({ id }, at) =>
      BANDS.map(band => {
        const total = totals[at * BANDS.length + band - 1]
        if (total === undefined) throw new RangeError(`no place for ${id} ${band}`)
        return {
          row: id,
          band,
          count: total.count,
          aum: total.assets,
          share: aum === 0 ? 0 : total.assets / aum,
          overdue: total.overdue,
          mismatchShare: mismatchShare(total),
          revenue365: total.revenue365,
        }
      }),
    ),
  }
}

/** Ids of the clients in one place of a cut. */
export const cutClients = (workspace: Workspace, axis: CutAxis, wantedRow: string, band: Tier): string[] => {
  const at = axes[axis].rows.findIndex(each => each.id === wantedRow)
  if (at < 0) throw new AppError('notFound', 'this cut has no such row', { where: wantedRow })
  const wanted = at * BANDS.length + band - 1
  const places = placesOf(workspace, axes[axis])
  return workspace.book().entries.flatMap((entry, i) => (places[i] === wanted ? [entry.client.id] : []))
}
