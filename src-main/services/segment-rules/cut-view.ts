import type { CutChoice, CutView } from '../../contract/segment-rules.ts'
import { cutRow } from '../../domain/segmentation/cut-row.ts'
import { groupTotals, mismatchShare } from '../../domain/segmentation/group-totals.ts'
import { DUE, ON_TIME, OVERDUE } from '../../domain/segmentation/service-many.ts'
import { AppError } from '../../model/app-error.ts'
import type { CutAxis } from '../../model/cut-pack.ts'
import type { Tier } from '../../model/levels.ts'
import { bookColumns } from '../book/book-columns.ts'
import { assetBand } from '../matrix/asset-band.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { cutFigures } from './cut-figures.ts'

const BANDS = [5, 4, 3, 2, 1] as const satisfies readonly Tier[]

const bandOf = (assets: number, marks: readonly number[]): number => marks.filter(mark => assets >= mark).length

const axisOf = ({ rules }: Workspace, id: string): CutAxis => {
  const axis = rules.cuts.axes.find(each => each.id === id)
  if (axis !== undefined) return axis
  throw new AppError('notFound', 'the rules have no such cut', { where: id, hint: 'choose one of the list' })
}

/** Place of every client in the grid: row after row, bands from 1 to 5 within a row. */
const placesOf = (workspace: Workspace, { rows, figure }: CutAxis): Uint8Array => {
  const { entries, today } = workspace.book()
  const { assetMarks } = workspace.rules.segments.tier
  const valueOf = cutFigures[figure]
  return Uint8Array.from(
    entries,
    entry => cutRow(rows, valueOf(entry, today)) * BANDS.length + bandOf(entry.assets, assetMarks),
  )
}

const serviceCodes = { onTime: ON_TIME, due: DUE, overdue: OVERDUE } as const

/** Counts and sums of the book by one axis against the bands of assets of the pack in force. */
export const cutView = (workspace: Workspace, axisId: string): CutView => {
  const axis = axisOf(workspace, axisId)
  const { segments } = workspace.rules
  const book = workspace.book()
  const columns = bookColumns(book)
  const { rows } = axis
  const service = Uint8Array.from(book.entries, entry => serviceCodes[entry.service.kind])
  const totals = groupTotals(columns, placesOf(workspace, axis), rows.length * BANDS.length, service)
  const aum = totals.reduce((sum, total) => sum + total.assets, 0)
  return {
    axis: axis.id,
    name: axis.name,
    title: axis.title,
    rows: rows.map(({ id, name }) => ({ id, name })),
    bands: BANDS.map(tier => assetBand(segments, tier)),
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

/** The cuts that the rules offer. */
export const cutAxes = ({ rules }: Workspace): CutChoice[] => rules.cuts.axes.map(({ id, title }) => ({ id, title }))

/** Ids of the clients in one place of a cut. */
export const cutClients = (workspace: Workspace, axisId: string, wantedRow: string, band: Tier): string[] => {
  const axis = axisOf(workspace, axisId)
  const at = axis.rows.findIndex(each => each.id === wantedRow)
  if (at < 0) throw new AppError('notFound', 'this cut has no such row', { where: wantedRow })
  const wanted = at * BANDS.length + band - 1
  const places = placesOf(workspace, axis)
  return workspace.book().entries.flatMap((entry, i) => (places[i] === wanted ? [entry.client.id] : []))
}
