import { useState } from 'react'
import type { ReactNode } from 'react'
import type { RankedMetricInfo } from '../../../src-main/contract/funds.ts'
import { RankedId, ScreenFact } from '../../../src-main/model/fund-screen.ts'
import type { ScreenCondition } from '../../../src-main/model/fund-screen.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { facts, scaleOf } from './screen-state.ts'

/** A bound as it is typed; nothing is no bound, what is no number is kept and told. */
const Bound = ({
  label,
  value,
  scale,
  onValue,
}: {
  readonly label: string
  readonly value: number | null
  readonly scale: number
  readonly onValue: (value: number | null) => void
}): ReactNode => {
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? (value === null ? '' : String(Number((value * scale).toPrecision(8))))
  const wrong = text.trim() !== '' && !Number.isFinite(Number(text))
  const keep = (): void => {
    if (wrong || draft === null) return
    setDraft(null)
    onValue(text.trim() === '' ? null : Number(text) / scale)
  }
  return (
    <input
      className="inp r"
      aria-label={label}
      placeholder={label}
      inputMode="decimal"
      value={text}
      aria-invalid={wrong}
      onChange={event => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={event => {
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape' && draft !== null) {
          setDraft(null)
          event.stopPropagation()
        }
      }}
    />
  )
}

/** One condition: what, over which window, the value or the place among the peers, and the bounds. */
export const ConditionRow = ({
  condition,
  metrics,
  failed,
  onChange,
  onRemove,
}: {
  readonly condition: ScreenCondition
  readonly metrics: readonly RankedMetricInfo[]
  /** Funds it turns away on its own. */
  readonly failed: number | null
  readonly onChange: (next: ScreenCondition) => void
  readonly onRemove: () => void
}): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const id = condition.kind === 'metric' ? condition.metric : condition.fact
  const scale = scaleOf(condition, metrics, f.largeUnit)
  const free = { min: null, max: null }
  const choose = (next: string): void => {
    const fact = ScreenFact.safeParse(next)
    const metric = RankedId.safeParse(next)
    if (fact.success) onChange({ kind: 'fact', fact: fact.data, ...free })
    else if (metric.success) onChange({ kind: 'metric', metric: metric.data, window: '3y', by: 'value', ...free })
  }
  const info = metrics.find(metric => metric.id === id)
  // a Sharpe ratio or a beta is a pure number
  const plain = info?.unit === 'days' ? t('screenUnit.days') : ''
  const unit = condition.kind === 'fact' ? t(`screenUnit.${condition.fact}`) : scale === 100 ? '%' : plain
  return (
    <li className="cond">
      <div>
        <select
          className="inp"
          aria-label={t('screener.what')}
          title={info ? say(info.formula) : undefined}
          value={id}
          onChange={event => choose(event.target.value)}
        >
          <optgroup label={t('screener.facts')}>
            {facts.map(fact => (
              <option key={fact} value={fact}>
                {t(`screenFact.${fact}`)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('screener.metrics')}>
            {metrics.map(metric => (
              <option key={metric.id} value={metric.id}>
                {say(metric.name)}
              </option>
            ))}
          </optgroup>
        </select>
        <LinkButton quiet onClick={onRemove}>
          {t('screener.remove')}
        </LinkButton>
      </div>
      <div>
        {condition.kind === 'metric' && (
          <>
            <select
              className="inp"
              aria-label={t('screener.window')}
              value={condition.window}
              onChange={event => onChange({ ...condition, window: event.target.value === '1y' ? '1y' : '3y' })}
            >
              <option value="1y">{t('period.1y')}</option>
              <option value="3y">{t('period.3y')}</option>
            </select>
            <select
              className="inp"
              aria-label={t('screener.by')}
              value={condition.by}
              onChange={event =>
                onChange({ ...condition, ...free, by: event.target.value === 'place' ? 'place' : 'value' })
              }
            >
              <option value="value">{t('screener.value')}</option>
              <option value="place">{t('screener.place')}</option>
            </select>
          </>
        )}
        <Bound
          label={t('screener.min')}
          value={condition.min}
          scale={scale}
          onValue={min => onChange({ ...condition, min })}
        />
        <Bound
          label={t('screener.max')}
          value={condition.max}
          scale={scale}
          onValue={max => onChange({ ...condition, max })}
        />
        {unit !== '' && <span className="i3">{unit}</span>}
      </div>
      {failed !== null && (
        <small className="i3">
          {condition.min === null && condition.max === null
            ? t('screener.known', { n: f.int(failed) })
            : t('screener.failed', { n: f.int(failed) })}
        </small>
      )}
    </li>
  )
}
