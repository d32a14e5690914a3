import type { ReactNode } from 'react'
import type { CutAxis, CutView } from '../../../src-main/contract/segment-rules.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { useFormat } from '../../ui/format.ts'
import { classOf } from './measure.ts'
import type { Measure } from './measure.ts'

type CutCell = CutView['cells'][number]

const valueOf = (cell: CutCell, measure: Measure): number => {
  switch (measure) {
    case 'aum':
      return cell.aum
    case 'count':
      return cell.count
    case 'revenue':
      return cell.revenue365
    case 'overdue':
      return cell.count === 0 ? 0 : cell.overdue / cell.count
    case 'mismatch':
      return cell.mismatchShare
  }
}

const PARTS = [0.05, 0.2, 0.4, 0.6, 0.8]

/** The book by another axis against five bands of assets, in the same six classes of the chosen measure. */
export const CutGrid = ({ axis, measure }: { readonly axis: CutAxis; readonly measure: Measure }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { data } = useAsk(['matrix', 'cut', axis], api => api.segmentRules.cut({ axis }))
  if (data?.axis !== axis) return <section className="mx cut" aria-busy="true" />
  const most = Math.max(...data.cells.map(cell => valueOf(cell, measure)))
  const bounds = PARTS.map(part => (most === 0 ? Infinity : part * most))
  return (
    <section className="mx cut" aria-label={t('matrix.area')}>
      <table>
        <thead>
          <tr>
            <th>{t(`axis.${axis}`)}</th>
            {data.bands.map(band => (
              <th key={band.tier} className="r">
                {band.tier} {say(band.name)}
              </th>
            ))}
            <th className="r">{t('matrix.total')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map(row => {
            const cells = data.cells.filter(cell => cell.row === row.id)
            return (
              <tr key={row.id}>
                <th scope="row">{say(row.name)}</th>
                {data.bands.map(band => {
                  const cell = cells.find(each => each.band === band.tier)
                  if (!cell || cell.count === 0)
                    return (
                      <td key={band.tier} className="r i3">
                        —
                      </td>
                    )
                  return (
                    <td key={band.tier} className={`r heat${classOf(valueOf(cell, measure), bounds)}`}>
                      <p className="s">{f.int(cell.count)}</p>
                      <p>{f.money(cell.aum)}</p>
                      <p className="i2">
                        {t('matrix.overdue')} {f.int(cell.overdue)} · {t('matrix.mismatch')}{' '}
                        {f.share(cell.mismatchShare)}
                      </p>
                    </td>
                  )
                })}
                <td className="r">
                  <p className="s">{f.int(cells.reduce((sum, cell) => sum + cell.count, 0))}</p>
                  <p>{f.money(cells.reduce((sum, cell) => sum + cell.aum, 0))}</p>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
