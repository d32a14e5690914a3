import type { MatrixExport, MatrixView } from '../../../src-main/contract/matrix.ts'
import type { CutView, Migration } from '../../../src-main/contract/segment-rules.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import type { CellFigures } from './measure.ts'

type Table = Omit<MatrixExport, 'format'>

const FEN = 100
const PERCENT = 100
const TWO = 2

const percent = (share: number): number => Number((share * PERCENT).toFixed(TWO))
const late = (cell: CellFigures): number => (cell.count === 0 ? 0 : cell.overdue / cell.count)

type Tables = {
  readonly ofMatrix: (view: MatrixView) => Table
  readonly ofCut: (view: CutView) => Table
  readonly ofMigration: (migration: Migration) => Table
}

const figures = (cell: CellFigures & { readonly share: number }): readonly number[] => [
  cell.count,
  cell.aum / FEN,
  percent(cell.share),
  cell.revenue365 / FEN,
]
const needs = (cell: CellFigures): readonly number[] => [cell.overdue, percent(late(cell)), percent(cell.mismatchShare)]

/** What stands on the matrix screen as a plain table: money in yuan, shares in percent. */
export const useMatrixTables = (): Tables => {
  const t = useT()
  const say = useSay()
  const heads = [t('measure.count'), t('exportMatrix.aum'), t('exportMatrix.share'), t('exportMatrix.revenue')]
  const care = [t('matrix.overdue'), t('exportMatrix.overdueShare'), t('exportMatrix.mismatchShare')]
  const cellName = (name: string | null): string => {
    if (name === null) return t('compare.outside')
    const [tier, style] = name.split('-')
    return style === undefined ? t('matrix.undetermined') : `${tier} ${t(`style.${style}`)}`
  }
  return {
    ofMatrix: view => ({
      what: 'matrix',
      title: t('screen.matrix'),
      header: [
        t('exportMatrix.tier'),
        t('exportMatrix.tierName'),
        t('exportMatrix.style'),
        ...heads,
        t('exportMatrix.in'),
        t('exportMatrix.out'),
        ...care,
      ],
      rows: view.cells.map(cell => {
        const name = view.tiers.find(each => each.tier === cell.tier)?.name
        return [
          cell.tier,
          name ? say(name) : '',
          t(`style.${cell.style}`),
          ...figures(cell),
          cell.movedIn,
          cell.movedOut,
          ...needs(cell),
        ]
      }),
    }),
    ofCut: view => ({
      what: 'cut',
      title: t('exportMatrix.cut'),
      header: [say(view.name), t('exportMatrix.band'), ...heads, ...care],
      rows: view.cells.map(cell => {
        const row = view.rows.find(each => each.id === cell.row)?.name
        const band = view.bands.find(each => each.tier === cell.band)?.name
        return [row ? say(row) : cell.row, `${cell.band} ${band ? say(band) : ''}`, ...figures(cell), ...needs(cell)]
      }),
    }),
    ofMigration: migration => ({
      what: 'migration',
      title: t('exportMatrix.migration'),
      header: [t('compare.from'), t('compare.to'), t('measure.count')],
      rows: migration.flows.map(flow => [cellName(flow.from), cellName(flow.to), flow.clients]),
    }),
  }
}
