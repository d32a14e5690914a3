import type { ReactNode } from 'react'
import type { RankedMetricInfo, ScreenResult } from '../../../src-main/contract/funds.ts'
import { FundType } from '../../../src-main/model/fund.ts'
import type { FundScreen } from '../../../src-main/model/fund-screen.ts'
import { RiskGrade } from '../../../src-main/model/levels.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { ConditionRow } from './condition-row.tsx'
import { SavedScreens } from './saved-screens.tsx'
import './screen-panel.css'
import { emptyScreen, isEmpty, toggled } from './screen-state.ts'

/** Conditions over every metric; the grid beside follows at once. */
export const ScreenPanel = ({
  screen,
  result,
  metrics,
  onChange,
  onClose,
}: {
  readonly screen: FundScreen
  readonly result: ScreenResult | undefined
  readonly metrics: readonly RankedMetricInfo[]
  readonly onChange: (next: FundScreen) => void
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  useKeys([{ keys: ['Esc'], label: t('common.close'), run: onClose }])
  const put = (part: Partial<FundScreen>): void => onChange({ ...screen, ...part })
  return (
    <aside className="screener" aria-label={t('screener.title')} tabIndex={0}>
      <h2>
        {t('screener.title')}
        <small>
          {result
            ? t('screener.passed', {
                count: result.rows.length,
                n: f.int(result.rows.length),
                all: f.int(result.asked),
              })
            : ' '}
        </small>
        <span className="rt">
          <LinkButton quiet keyHint="Esc" onClick={onClose}>
            {t('common.close')}
          </LinkButton>
        </span>
      </h2>
      <SavedScreens screen={screen} onPick={onChange} />
      <fieldset>
        <legend>{t('funds.type')}</legend>
        {FundType.options.map(type => (
          <label key={type}>
            <input
              type="checkbox"
              checked={screen.types.includes(type)}
              onChange={() => put({ types: toggled(screen.types, type) })}
            />
            {t(`fundType.${type}`)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('shelf.grade')}</legend>
        {RiskGrade.options.map(grade => (
          <label key={grade}>
            <input
              type="checkbox"
              checked={screen.grades.includes(grade)}
              onChange={() => put({ grades: toggled(screen.grades, grade) })}
            />
            {grade}
          </label>
        ))}
        <label>
          <input type="checkbox" checked={screen.onShelf} onChange={() => put({ onShelf: !screen.onShelf })} />
          {t('fundView.shelf')}
        </label>
        <label>
          <input type="checkbox" checked={screen.open} onChange={() => put({ open: !screen.open })} />
          {t('fundView.open')}
        </label>
      </fieldset>
      <h3>{t('screener.conditions')}</h3>
      {screen.conditions.length === 0 && <p className="i2 text">{t('screener.none')}</p>}
      <ul>
        {screen.conditions.map((condition, i) => (
          <ConditionRow
            // Conditions have no name of their own; a changed one must not keep what was typed for another.
            key={`${i} ${condition.kind === 'metric' ? condition.metric + condition.window + condition.by : condition.fact}`}
            condition={condition}
            metrics={metrics}
            failed={result?.failed[i] ?? null}
            onChange={next => put({ conditions: screen.conditions.with(i, next) })}
            onRemove={() => put({ conditions: screen.conditions.toSpliced(i, 1) })}
          />
        ))}
      </ul>
      <div className="acts">
        <Button
          disabled={screen.conditions.length >= 20 && t('screener.enough')}
          onClick={() =>
            put({
              conditions: [
                ...screen.conditions,
                { kind: 'metric', metric: 'sharpe', window: '3y', by: 'value', min: null, max: null },
              ],
            })
          }
        >
          {t('screener.add')}
        </Button>
        <Button kind="text" disabled={isEmpty(screen) && t('screener.isEmpty')} onClick={() => onChange(emptyScreen)}>
          {t('screener.clear')}
        </Button>
      </div>
    </aside>
  )
}
