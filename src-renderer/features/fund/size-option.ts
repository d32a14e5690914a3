import type { EChartsCoreOption } from 'echarts/core'
import type { FundProfile } from '../../../src-main/model/report/fund/profile.ts'
import { chartText, onLines, plotBox, tooltip, valueAxis } from '../../ui/chart-theme.ts'
import type { Format } from '../../ui/format.ts'
import type { Tokens } from '../../tokens.ts'

/** Size of the whole fund at each report date; bars stand on 0. */
export const sizeOption = (sizes: FundProfile['sizes'], t: Tokens, f: Format): EChartsCoreOption => ({
  grid: plotBox({ left: 62, right: 8, top: 20, bottom: 22 }),
  xAxis: {
    type: 'category',
    data: sizes.map(s => s.date),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: t.line2 } },
    axisLabel: { ...chartText(t), formatter: (date: string) => date.slice(0, 7) },
  },
  yAxis: { ...valueAxis(t, n => (n === 0 ? '0' : f.money(n).replace(/\.0+(?=\D|$)/, ''))), scale: false, min: 0 },
  tooltip: {
    ...tooltip(t),
    axisPointer: { type: 'none' },
    formatter: ([row]: readonly { readonly dataIndex: number }[]) => {
      const at = sizes[row?.dataIndex ?? 0]
      return at ? `${at.date}<br>${f.moneyFull(at.size.value)}` : ''
    },
  },
  series: [
    {
      type: 'bar',
      barMaxWidth: 36,
      data: sizes.map((s, i) => ({
        value: s.size.value,
        itemStyle: { color: i === sizes.length - 1 ? t.accent : t.c3 },
      })),
      label: {
        show: true,
        position: 'top',
        formatter: ({ value }: { readonly value: number }) => f.money(value),
        ...onLines(t),
        ...chartText(t, t.ink2),
      },
    },
  ],
})
