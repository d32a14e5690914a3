import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Arrow, KeyHint, ProductName, Verdict, VerdictMark } from '../../ui/marks.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import { VerdictBar } from '../../ui/verdict-bar.tsx'
import { GalleryPart } from './gallery-part.tsx'

const verdicts = ['match', 'mismatch', 'undetermined'] as const
const comparison = { match: 'R3 ≤ C3', mismatch: 'R4 > C3', undetermined: undefined } as const

/** Verdicts, directions, keys, dots, and the small charts that stand in a line. */
export const MarkSamples = (): ReactNode => {
  const t = useT()
  return (
    <GalleryPart name="marks">
      {verdicts.map(v => (
        <span key={v}>
          <Verdict verdict={v} comparison={comparison[v]} />
        </span>
      ))}
      {verdicts.map(v => (
        <span key={v} className={`v ${v}`}>
          <VerdictMark verdict={v} />
        </span>
      ))}
      <VerdictBar match={13} mismatch={4} undetermined={1} />
      <VerdictBar match={0} mismatch={0} undetermined={18} />
      <VerdictBar match={7} mismatch={10} undetermined={8} />
      <span>
        <Arrow to="up">2</Arrow> <Arrow to="down">1</Arrow>
      </span>
      <KeyHint keys={['Ctrl K', 'J', '↑']} />
      {['', 'half', 'off', 'bad'].map(kind => (
        <i key={kind} className={`dot ${kind}`} />
      ))}
      <Sparkline values={[1, 3, 2, 5, 4, 6]} label={t('matrix.spark')} />
      <Sparkline values={[6, 5, 5, 3, 4, 1]} label={t('matrix.spark')} />
      <div style={{ width: 220 }}>
        <ProductName name={t('gallery.longName')} code="990533" />
      </div>
      <div style={{ width: 180 }} className="el" title={t('gallery.longClient')}>
        {t('gallery.longClient')}
      </div>
    </GalleryPart>
  )
}
