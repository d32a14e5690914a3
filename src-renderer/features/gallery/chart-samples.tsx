import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useTokens } from '../../ui/chart-theme.ts'
import { EChart } from '../../ui/echart.tsx'
import { useFormat } from '../../ui/format.ts'
import { lineOption } from '../../ui/line-option.ts'
import { GalleryPart } from './gallery-part.tsx'
import { chartDates, chartValues } from './samples.ts'

/** Lines with their ends named, the stacked kind, and a chart without a point. */
export const ChartSamples = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const tokens = useTokens()
  const options = useMemo(() => {
    const line = (name: string, values: readonly number[], colour: string, bold = false) => ({
      name,
      dates: chartDates,
      values,
      colour,
      bold,
    })
    const print = (n: number): string => f.ratio(n, 2)
    const lines = [
      line(t('gallery.subject'), chartValues.subject, tokens.accent, true),
      line(t('gallery.benchmark'), chartValues.benchmark, tokens.ink2),
      { ...line(t('gallery.peers'), chartValues.peers, tokens.ink3), dash: [2, 2] },
    ]
    const parts = lines.map((part, i) => ({
      ...part,
      area: 1,
      colour: [tokens.c1, tokens.c2, tokens.c3][i] ?? tokens.c4,
    }))
    return [
      lineOption(tokens, f, lines, { print, base: 1 }),
      lineOption(tokens, f, parts, { print, stacked: true }),
      lineOption(tokens, f, [line(t('gallery.subject'), [], tokens.accent)], { print }),
    ]
  }, [t, f, tokens])
  return (
    <GalleryPart name="charts">
      {options.map((option, i) => (
        <div key={i} style={{ width: 420 }}>
          <EChart option={option} height={150} label={t('gallery.chart', { n: i + 1 })} />
        </div>
      ))}
    </GalleryPart>
  )
}
