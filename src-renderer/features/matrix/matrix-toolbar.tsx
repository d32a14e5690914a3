import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Choice } from '../../ui/choice.tsx'
import { Legend } from './legend.tsx'
import { measures } from './measure.ts'
import type { Measure } from './measure.ts'

export const MatrixToolbar = ({
  measure,
  onMeasure,
  bounds,
  partial,
}: {
  readonly measure: Measure
  readonly onMeasure: (measure: Measure) => void
  readonly bounds: readonly number[]
  readonly partial: boolean
}): ReactNode => {
  const t = useT()
  return (
    <div className="tb">
      <span className="k">{t('matrix.cut')}</span>
      <span className="m">{t('matrix.cutTierStyle')}</span>
      <span className="k" style={{ marginLeft: 10 }}>
        {t('matrix.colour')}
      </span>
      <Choice
        label={t('matrix.colour')}
        value={measure}
        onChange={onMeasure}
        options={measures.map(m => ({ value: m, label: t(`measure.${m}`) }))}
      />
      {partial ? (
        <span className="k" style={{ marginLeft: 'auto' }}>
          {t('matrix.colourPartial')}
        </span>
      ) : (
        <Legend measure={measure} bounds={bounds} />
      )}
    </div>
  )
}
