import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Legend } from '../matrix/legend.tsx'
import { CellFace } from '../matrix/matrix-cell.tsx'
import { PendingCell } from '../matrix/pending-cell.tsx'
import '../matrix/matrix.css'
import '../matrix/matrix-side.css'
import { GalleryPart } from './gallery-part.tsx'
import { cells, marks } from './samples.ts'

const heat = ['calm', 'late', 'wrong', 'still', 'large', 'empty'] as const

/** A matrix cell of every class and state, and the scales they are read by. */
export const CellSamples = (): ReactNode => {
  const t = useT()
  return (
    <GalleryPart name="cells">
      {heat.map((kind, i) => (
        <div key={kind} className={`cell gal-cell heat${5 - i}${kind === 'late' ? ' on' : ''}`}>
          <CellFace cell={cells[kind]} share={cells[kind].share} marks={marks} first={false} partial={false} />
        </div>
      ))}
      <div className="cell gal-cell">
        <CellFace cell={cells.calm} share={0.156} marks={marks} first partial />
      </div>
      <div className="cell gal-cell part">
        <PendingCell cell={cells.calm} state="partial" />
      </div>
      <div className="cell gal-cell part">
        <PendingCell cell={undefined} state="missing" />
      </div>
      <div className="cell gal-cell e">
        <b>—</b>
        <span>{t('empty.every', { days: 14, minutes: 45 })}</span>
        <span>{t('empty.shelf', { n: 12 })}</span>
      </div>
      <Legend measure="aum" bounds={[1e9, 1e10, 2e10, 3e10, 4e10]} />
      <Legend measure="mismatch" bounds={[0.01, 0.02, 0.03, 0.05, 0.08]} />
    </GalleryPart>
  )
}
