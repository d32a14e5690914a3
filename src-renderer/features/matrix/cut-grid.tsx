import { useEffect } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { MatrixView } from '../../../src-main/contract/matrix.ts'
import type { CutView } from '../../../src-main/contract/segment-rules.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { shareText, sharesThatAdd } from '../../ui/add-up.ts'
import { useFormat } from '../../ui/format.ts'
import { cutDomId, cutPath, placeOf, selectedPlace } from './cut-selection.ts'
import { boundsOf, classOf, measureOf } from './measure.ts'
import type { Measure } from './measure.ts'
import { MatrixKey } from './matrix-key.tsx'

/** The book by another axis against five bands of assets, in the same six classes of the chosen measure. */
export const CutGrid = ({
  view,
  marks,
  measure,
}: {
  readonly view: CutView | undefined
  readonly marks: MatrixView['marks']
  readonly measure: Measure
}): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const go = useNavigate()
  const chosen = selectedPlace.use()
  const selected = view && placeOf(view, chosen)
  useEffect(() => {
    if (selected && (chosen?.row !== selected.row || chosen.band !== selected.band))
      selectedPlace.set({ row: selected.row, band: selected.band })
  }, [selected, chosen])
  if (!view) return <section className="mx cut" aria-busy="true" />
  const bounds = boundsOf(view.cells, measure)
  const shares = sharesThatAdd(view.cells.map(cell => cell.aum))
  return (
    <section className="mx cut" aria-label={t('matrix.area')}>
      <div
        role="grid"
        aria-label={say(view.title)}
        className="cuts"
        style={{ '--rows': view.rows.length } as CSSProperties}
      >
        <div role="row" style={{ display: 'contents' }}>
          <div className="ch first" role="columnheader">
            <b>{say(view.name)}</b>
          </div>
          {view.bands.map(({ tier, name, from, below }) => (
            <div key={tier} className="ch" role="columnheader">
              <b>
                {tier} {say(name)}
              </b>
              <span>
                {below === null
                  ? `≥ ${f.money(from)}`
                  : from === null
                    ? `< ${f.money(below)}`
                    : `${f.money(from)}–${f.money(below).replace('¥', '')}`}
              </span>
            </div>
          ))}
          <div className="ch last" role="columnheader">
            <b>{t('matrix.total')}</b>
          </div>
        </div>
        {view.rows.map(row => {
          const cells = view.cells.filter(cell => cell.row === row.id)
          return (
            <div key={row.id} role="row" style={{ display: 'contents' }}>
              <div className="rh" role="rowheader">
                <b>{say(row.name)}</b>
              </div>
              {view.bands.map(band => {
                const index = view.cells.findIndex(each => each.row === row.id && each.band === band.tier)
                const cell = view.cells[index]
                if (!cell) return null
                const on = cell === selected
                const late = cell.count > 0 && cell.overdue / cell.count > marks.overdueShare
                const wrong = cell.mismatchShare > marks.mismatchShare
                const place = { row: row.id, band: band.tier }
                return (
                  <div
                    key={band.tier}
                    id={cutDomId(place)}
                    role="gridcell"
                    tabIndex={on ? 0 : -1}
                    aria-selected={on}
                    className={`cell heat${cell.count === 0 ? 0 : classOf(measureOf(cell, measure), bounds)}${on ? ' on' : ''}`}
                    onClick={() => cell.count > 0 && void go(cutPath(view.axis, place))}
                    onFocus={() => selectedPlace.set(place)}
                  >
                    {cell.count === 0 ? (
                      <div className="n i3">—</div>
                    ) : (
                      <>
                        <div className="n">
                          {f.int(cell.count)}
                          <small>{t('matrix.clientsUnit', { count: cell.count })}</small>
                        </div>
                        <div className="a">{f.money(cell.aum)}</div>
                        <span />
                        <div className="p">{shareText(shares[index] ?? 0, cell.aum > 0, f.share)}</div>
                        <div className="x">
                          <span className={late ? 'hot' : ''}>
                            {t('matrix.overdue')} <b>{f.int(cell.overdue)}</b>
                          </span>
                          <span className={wrong ? 'hot' : ''}>
                            <i className="word">{t('matrix.mismatch')} </i>
                            {f.share(cell.mismatchShare)}
                          </span>
                        </div>
                      </>
                    )}
                  </div>
                )
              })}
              <div className="tt" role="gridcell">
                <div className="n">{f.int(cells.reduce((sum, cell) => sum + cell.count, 0))}</div>
                <div className="a">{f.money(cells.reduce((sum, cell) => sum + cell.aum, 0))}</div>
              </div>
            </div>
          )
        })}
      </div>
      <MatrixKey marks={marks} kind="cut" />
    </section>
  )
}
