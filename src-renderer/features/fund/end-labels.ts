import { chartText } from '../../ui/chart-theme.ts'
import type { Format } from '../../ui/format.ts'
import type { Tokens } from '../../tokens.ts'

type End = {
  readonly id: string
  readonly name: string
  readonly value: number | null
  readonly change: number | null
  readonly colour: string
  readonly bold: boolean
}

const APART = 15

/** Labels at the lines' ends, pushed apart so that none covers another; `scale` is pixels a unit of value. */
export const endLabels = (t: Tokens, f: Format, scale: number, ends: readonly End[]): ((id: string) => object) => {
  const offsets = new Map<string, number>()
  let floor = -Infinity
  for (const end of ends.filter(e => e.value !== null).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))) {
    const y = -(end.value ?? 0) * scale
    const placed = Math.max(y, floor)
    floor = placed + APART
    offsets.set(end.id, placed - y)
  }
  return id => {
    const end = ends.find(e => e.id === id)
    if (!end) return { show: false }
    return {
      show: true,
      formatter: `${end.name} ${f.ret(end.change, 1)}`,
      offset: [2, offsets.get(id) ?? 0],
      ...chartText(t, end.colour),
      fontWeight: end.bold ? 600 : 400,
    }
  }
}
