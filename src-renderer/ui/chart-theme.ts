import { useMemo } from 'react'
import { useCurrentLook, useMode } from '../shell/use-look.ts'
import { fontFamily } from '../theme.ts'
import { tokensOf } from '../tokens.ts'
import type { Tokens } from '../tokens.ts'

export const useTokens = (): Tokens => {
  const look = useCurrentLook()
  const mode = useMode(look)
  return useMemo(() => tokensOf(mode, look.upColour), [mode, look.upColour])
}

export const chartText = (t: Tokens, colour = t.ink3): object => ({ color: colour, fontSize: 11, fontFamily })

/** Words within the plot stand clear of what lies below them. */
export const onLines = (t: Tokens): object => ({ textBorderColor: t.paper, textBorderWidth: 3 })

/** Decimals that keep the ticks of a range apart, given the range in the unit of the label. */
export const tickDigits = (range: number): number =>
  range < 0.005 ? 4 : range < 0.05 ? 3 : range < 0.5 ? 2 : range < 5 ? 1 : 0

/** Charts above one another share their left edge, so labels must not move it. */
export const plotBox = (box: object): object => ({ ...box, outerBoundsMode: 'none' })

/** Axes of every chart: hairline grid, base in line2, no ticks. */
export const timeAxis = (t: Tokens): object => ({
  type: 'time',
  axisLine: { lineStyle: { color: t.line2 } },
  axisTick: { show: false },
  splitLine: { show: true, lineStyle: { color: t.grid } },
  axisLabel: {
    ...chartText(t),
    hideOverlap: true,
    formatter: { year: '{yyyy}', month: '{yyyy}-{MM}', day: '{MM}-{dd}' },
  },
})

export const valueAxis = (t: Tokens, format: (n: number) => string): object => ({
  type: 'value',
  scale: true,
  axisLine: { show: false },
  axisTick: { show: false },
  splitNumber: 4,
  splitLine: { lineStyle: { color: t.grid } },
  axisLabel: { ...chartText(t), formatter: format },
})

export const tooltip = (t: Tokens): object => ({
  trigger: 'axis',
  confine: true,
  backgroundColor: t.float,
  borderColor: t.line2,
  borderRadius: 4,
  padding: [6, 10],
  textStyle: { color: t.ink, fontSize: 12, fontFamily },
  axisPointer: { type: 'line', lineStyle: { color: t.ink3, width: 1, type: 'solid' } },
})
