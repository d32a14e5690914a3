import { BarChart, HeatmapChart, LineChart, RadarChart, ScatterChart } from 'echarts/charts'
import {
  GridComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
} from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import type { ECElementEvent, EChartsCoreOption, EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

register([
  BarChart,
  HeatmapChart,
  LineChart,
  RadarChart,
  ScatterChart,
  GridComponent,
  LabelLayout,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
  SVGRenderer,
])

/** A part of a chart that was clicked, with the place of the click on the screen. */
export type Picked = { readonly dataIndex: number; readonly x: number; readonly y: number }

/** One chart, drawn as SVG so that its text is text; follows its box and the option. */
export const EChart = ({
  option,
  height,
  label,
  onPick,
  pointed,
}: {
  readonly option: EChartsCoreOption
  readonly height: number
  readonly label: string
  readonly onPick?: (picked: Picked) => void
  /** Position of the datum whose tooltip stands open, for charts that are walked by keyboard. */
  readonly pointed?: number | null
}): ReactNode => {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const made = init(element, null, { renderer: 'svg' })
    chart.current = made
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => chart.current?.setOption({ animation: false, ...option }, true), [option])
  useEffect(() => {
    const made = chart.current
    if (!made || !onPick) return
    const pick = ({ dataIndex, event }: ECElementEvent): void => {
      const at = event?.event as unknown as { readonly clientX: number; readonly clientY: number } | undefined
      onPick({ dataIndex, x: at?.clientX ?? 0, y: at?.clientY ?? 0 })
    }
    made.on('click', pick)
    return () => void (made.isDisposed() || made.off('click', pick))
  }, [onPick])
  useEffect(() => {
    if (pointed === undefined) return
    chart.current?.dispatchAction(
      pointed === null ? { type: 'hideTip' } : { type: 'showTip', seriesIndex: 0, dataIndex: pointed },
    )
  }, [pointed])
  return <div ref={box} role="img" aria-label={label} style={{ height }} />
}
