import type { ReactNode } from 'react'
import type { CutChoice } from '../../../src-main/contract/segment-rules.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { Choice } from '../../ui/choice.tsx'
import { MenuChoice } from '../../ui/menu-choice.tsx'
import { FlowLegend, Legend } from './legend.tsx'
import { measures } from './measure.ts'
import type { Measure } from './measure.ts'

type ToolbarProps = {
  readonly cuts: readonly CutChoice[]
  readonly cut: string
  readonly onCut: (cut: string) => void
  readonly measure: Measure
  readonly onMeasure: (measure: Measure) => void
  readonly bounds: readonly number[]
  readonly partial: boolean
  /** Two runs are compared: what is coloured is how many went each way. */
  readonly comparing: boolean
}

export const MatrixToolbar = (props: ToolbarProps): ReactNode => {
  const { cuts, cut, onCut, measure, onMeasure, bounds, partial, comparing } = props
  const t = useT()
  const say = useSay()
  return (
    <div className="tb">
      <span className="k">{t('matrix.cut')}</span>
      <MenuChoice
        label={t('matrix.cut')}
        value={cut}
        onChange={onCut}
        options={[
          { value: 'tier', label: t('matrix.cutBy') },
          ...cuts.map(({ id, title }) => ({ value: id, label: say(title) })),
        ]}
      />
      <span className="k" style={{ marginLeft: 10 }}>
        {t('matrix.colour')}
      </span>
      {comparing ? (
        <span className="s">{t('compare.measure')}</span>
      ) : (
        <Choice
          label={t('matrix.colour')}
          value={measure}
          onChange={onMeasure}
          options={measures.map(m => ({ value: m, label: t(`measure.${m}`) }))}
        />
      )}
      {comparing ? (
        <FlowLegend />
      ) : partial && cut === 'tier' ? (
        <span className="k" style={{ marginLeft: 'auto' }}>
          {t('matrix.colourPartial')}
        </span>
      ) : (
        <Legend measure={measure} bounds={bounds} />
      )}
    </div>
  )
}
