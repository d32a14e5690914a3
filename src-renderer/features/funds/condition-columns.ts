import type { ColDef } from 'ag-grid-community'
import type { FundRow, RankedMetricInfo, ScreenResult } from '../../../src-main/contract/funds.ts'
import type { FundScreen, ScreenCondition } from '../../../src-main/model/fund-screen.ts'
import type { BiText } from '../../../src-main/model/text.ts'
import type { useT } from '../../i18n/i18n.ts'
import type { Format } from '../../ui/format.ts'
import { scaleOf } from './screen-state.ts'

/** One column a condition, in the unit it was asked in, right behind the name. */
export const conditionColumns = (
  screen: FundScreen,
  result: ScreenResult,
  metrics: readonly RankedMetricInfo[],
  words: { readonly t: ReturnType<typeof useT>; readonly say: (text: BiText) => string; readonly f: Format },
): ColDef<FundRow>[] => {
  const { t, say, f } = words
  const values = new Map(result.rows.map(row => [row.code, row.values]))
  const titleOf = (condition: ScreenCondition): string => {
    if (condition.kind === 'fact') return `${t(`screenFact.${condition.fact}`)} ${t(`screenUnit.${condition.fact}`)}`
    const info = metrics.find(metric => metric.id === condition.metric)
    const place = condition.by === 'place' ? ` ${t('screener.placeShort')}` : ''
    return `${info ? say(info.name) : condition.metric} ${t(`periodShort.${condition.window}`)}${place}`
  }
  return screen.conditions.map((condition, i) => {
    const scale = scaleOf(condition, metrics, f.largeUnit)
    return {
      colId: `condition${i}`,
      headerName: titleOf(condition),
      width: 148,
      type: 'rightAligned',
      cellClass: 'ag-right-aligned-cell',
      headerClass: 'ag-right-aligned-header',
      valueGetter: p => (p.data ? (values.get(p.data.code)?.[i] ?? null) : null),
      valueFormatter: p => (typeof p.value === 'number' ? f.ratio(p.value * scale, 2) : '—'),
    }
  })
}
