import type { ReactNode } from 'react'
import type { CutAxis } from '../../../src-main/contract/segment-rules.ts'
import { useT } from '../../i18n/i18n.ts'
import { Choice } from '../../ui/choice.tsx'
import { MenuChoice } from '../../ui/menu-choice.tsx'
import { Legend } from './legend.tsx'
import { measures } from './measure.ts'
import type { Measure } from './measure.ts'

const cuts = ['tier', 'risk', 'need', 'age'] as const

export const MatrixToolbar = ({
  cut,
  onCut,
  measure,
  onMeasure,
  bounds,
  partial,
}: {
  readonly cut: CutAxis | 'tier'
  readonly onCut: (cut: CutAxis | 'tier') => void
  readonly measure: Measure
  readonly onMeasure: (measure: Measure) => void
  readonly bounds: readonly number[]
  readonly partial: boolean
}): ReactNode => {
  const t = useT()
  return (
    <div className="tb">
      <span className="k">{t('matrix.cut')}</span>
      <MenuChoice
        label={t('matrix.cut')}
        value={cut}
        onChange={onCut}
        options={cuts.map(axis => ({ value: axis, label: t(`matrix.cutBy.${axis}`) }))}
      />
      <span className="k" style={{ marginLeft: 10 }}>
        {t('matrix.colour')}
      </span>
      <Choice
        label={t('matrix.colour')}
        value={measure}
        onChange={onMeasure}
        options={measures.map(m => ({ value: m, label: t(`measure.${m}`) }))}
      />
      {partial && cut === 'tier' ? (
        <span className="k" style={{ marginLeft: 'auto' }}>
          {t('matrix.colourPartial')}
        </span>
      ) : (
        <Legend measure={measure} bounds={bounds} />
      )}
    </div>
  )
}
