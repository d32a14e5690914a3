import type { EChartsCoreOption } from 'echarts/core'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Force } from '../../../src-main/model/report/fund/score.ts'
import { useT } from '../../i18n/i18n.ts'
import type { Tokens } from '../../tokens.ts'
import { chartText, tooltip, useTokens } from '../../ui/chart-theme.ts'
import { EChart } from '../../ui/echart.tsx'
import { useFormat } from '../../ui/format.ts'

const MEDIAN = 50

type Spoke = { readonly name: string; readonly score: number | null; readonly told: string }

/** Rings 25, 50, 75, 100; the dashed one is the peer median. A fund without all five scores has no shape. */
const radarOption = (
  t: Tokens,
  spokes: readonly Spoke[],
  titles: { fund: string; median: string },
): EChartsCoreOption => {
  const [top, ...rest] = spokes
  const told = [...(top ? [top] : []), ...rest.toReversed()]
  const complete = spokes.every(s => s.score !== null)
  return {
    radar: {
      center: ['50%', '53%'],
      radius: 68,
      splitNumber: 4,
      indicator: spokes.map(s => ({ name: s.name, max: 100 })),
      axisName: chartText(t, t.ink2),
      axisNameGap: 6,
      axisLine: { lineStyle: { color: t.line } },
      splitLine: { lineStyle: { color: [t.line, t.line, t.line, t.line2] } },
      splitArea: { show: false },
    },
    tooltip: {
      ...tooltip(t),
      trigger: 'item',
      formatter: () => [titles.fund, ...told.map(s => `${s.name} ${s.told}`)].join('<br>'),
    },
    series: [
      {
        type: 'radar',
        data: [
          {
            name: titles.median,
            value: spokes.map(() => MEDIAN),
            symbol: 'none',
            lineStyle: { color: t.ink3, width: 1, type: [2, 2] },
          },
          ...(complete
            ? [
                {
                  name: titles.fund,
                  value: spokes.map(s => s.score),
                  symbolSize: 4.5,
                  itemStyle: { color: t.accent },
                  lineStyle: { color: t.accent, width: 1.5 },
                  areaStyle: { color: t.accent, opacity: 0.14 },
                },
              ]
            : []),
        ],
      },
    ],
  }
}

export const ForceRadar = ({ forces }: { readonly forces: readonly Force[] }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const tokens = useTokens()
  const option = useMemo(() => {
    // Axes are drawn against the clock; read with it, the order is that of the table.
    const [first, ...others] = forces
    const spokes = [...(first ? [first] : []), ...others.toReversed()].map(({ id, metric, rank, score }) => ({
      name: t(`force.${id}`),
      score: score.value,
      told: `${f.figure(score)} · ${f.figure(metric)} · ${t('forces.rank')} ${f.figure(rank)}`,
    }))
    return radarOption(tokens, spokes, { fund: t('fund.this'), median: t('fund.median') })
  }, [forces, tokens, t, f])
  return <EChart option={option} height={174} label={t('forces.title')} />
}
