import { LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

register([LineChart, ScatterChart, GridComponent, LabelLayout, MarkLineComponent, TooltipComponent, SVGRenderer])

/** One chart, drawn as SVG so that its text is text; follows its box and the option. */
export const EChart = ({
  option,
  height,
  label,
}: {
  readonly option: EChartsCoreOption
  readonly height: number
  readonly label: string
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
  return <div ref={box} role="img" aria-label={label} style={{ height }} />
}
