import type { ReactNode } from 'react'
import { useLocale, useT } from '../../i18n/i18n.ts'
import type { Measure } from './measure.ts'

/** Unit of the printed bounds: money in 亿 or 万 (million or thousand in English), counts as they are, shares in percent. */
const scaleOf = (measure: Measure, top: number, english: boolean): { unit: string; by: number } => {
  if (measure === 'count') return { unit: 'count', by: 1 }
  if (measure === 'overdue' || measure === 'mismatch') return { unit: 'percent', by: 0.01 }
  if (english) return top >= 1e9 ? { unit: 'million', by: 1e8 } : { unit: 'thousand', by: 1e5 }
  return top >= 1e10 ? { unit: 'yi', by: 1e10 } : { unit: 'wan', by: 1e6 }
}

const short = (n: number): string => String(Number(n.toPrecision(6)))

const Classes = ({
  title,
  texts,
  first = 0,
}: {
  readonly title: string
  readonly texts: readonly string[]
  /** Class of the first text. */
  readonly first?: number
}): ReactNode => (
  <div className="leg">
    {title}
    <div>
      {texts.map((text, i) => (
        <i key={text} className={`heat${first + i}`}>
          {text}
        </i>
      ))}
    </div>
  </div>
)

export const Legend = ({
  measure,
  bounds,
}: {
  readonly measure: Measure
  readonly bounds: readonly number[]
}): ReactNode => {
  const t = useT()
  const scale = scaleOf(measure, bounds.at(-1) ?? 0, useLocale() === 'en')
  const marks = bounds.map(b => short(b / scale.by))
  return (
    <Classes
      title={t('matrix.legend', { measure: t(`measure.${measure}`), unit: t(`unit.${scale.unit}`) })}
      texts={[
        `< ${marks[0] ?? ''}`,
        ...marks.slice(0, -1).map((m, i) => `${m}–${marks[i + 1] ?? ''}`),
        `≥ ${marks.at(-1) ?? ''}`,
      ]}
    />
  )
}

/** Lower bounds of the classes in which the ways between two runs are coloured. */
export const flowBounds = [1, 2, 5, 10, 20] as const

export const FlowLegend = (): ReactNode => {
  const t = useT()
  const texts = flowBounds.map((from, i) => {
    const next = flowBounds[i + 1]
    if (next === undefined) return `≥ ${from}`
    return next - from === 1 ? `${from}` : `${from}–${next - 1}`
  })
  return <Classes title={t('compare.legend')} texts={texts} first={1} />
}
