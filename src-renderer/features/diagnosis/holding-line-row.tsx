import type { ReactNode } from 'react'
import type { RiskCapacity } from '../../../src-main/model/levels.ts'
import type { HoldingLine } from '../../../src-main/model/report/account/holding-line.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName, Verdict } from '../../ui/marks.tsx'
import { comparisonOf } from './comparison.ts'

const BAR = 40
const LOUD_RISK = 0.2
const LOW_SCORE = 40

const Bar = ({ share, colour }: { readonly share: number; readonly colour: string }): ReactNode =>
  share > 0 ? (
    <svg width={BAR} height="8" aria-hidden="true">
      <rect width={Math.max(1, share * BAR)} height="8" fill={colour} />
    </svg>
  ) : (
    <i />
  )

export const HoldingLineRow = ({
  row,
  top,
  capacity,
  selected,
  onSelect,
  onOpen,
}: {
  readonly row: HoldingLine
  readonly top: number
  readonly capacity: RiskCapacity | null
  readonly selected: boolean
  readonly onSelect: () => void
  readonly onOpen: () => void
}): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const cash = row.kind === 'cash'
  const risk = row.riskContribution.value
  const low = (row.score.value ?? 100) < LOW_SCORE
  return (
    <tr className={selected ? 'row sel' : 'row'} onClick={onSelect} onDoubleClick={onOpen}>
      <td>
        <ProductName name={row.name} code={cash ? undefined : row.code} />
      </td>
      <td className="kind i2">{row.fundType ? t(`fundType.${row.fundType}`) : t(`productKind.${row.kind}`)}</td>
      <td className="r m">
        <Fig figure={row.value} text={f.wan(row.value.value)} />
      </td>
      <td>
        <span className="bn">
          <Bar share={(row.share.value ?? 0) / top} colour="var(--c3)" />
          <Fig figure={row.share} text={f.ratio((row.share.value ?? 0) * 100, 1)} />
        </span>
      </td>
      <td>
        <span className="bn">
          <Bar share={(risk ?? 0) / top} colour="var(--accent)" />
          <Fig
            figure={row.riskContribution}
            text={risk === null ? undefined : f.ratio(risk * 100, 1)}
            className={(risk ?? 0) >= LOUD_RISK ? 's' : ''}
          />
        </span>
      </td>
      <td className="r">
        <Fig figure={row.openProfit} text={f.wanSigned(row.openProfit.value)} signed />
      </td>
      <td className="r">
        <Fig figure={row.oneYear} signed />
      </td>
      <td className={low ? 'r s' : 'r'}>
        <Fig figure={row.score} />
      </td>
      <td>
        {row.verdict ? (
          <Verdict verdict={row.verdict.verdict} comparison={comparisonOf(row.verdict, row.riskGrade, capacity, t)} />
        ) : (
          <span className="i3">{t('verdict.notApplicable')}</span>
        )}
      </td>
      <td
        className={row.conclusion === 'replaceable' ? 's' : 'i2'}
        title={row.because ? say(row.because.sentence) : undefined}
      >
        {row.conclusion ? t(`conclusion.${row.conclusion}`) : '—'}
      </td>
    </tr>
  )
}
