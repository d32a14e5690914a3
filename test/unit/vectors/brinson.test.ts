import { describe, expect, it } from 'vitest'
import { brinson, linkedBrinson, type Brinson } from '../../../src-main/domain/diagnosis/brinson.ts'
import { hasShared } from '../../helpers/shared-folder.ts'
import { readVectors } from '../../helpers/vectors.ts'

interface Single {
  readonly wp: readonly number[]
  readonly wb: readonly number[]
  readonly rp: readonly number[]
  readonly rb: readonly number[]
}
interface Several {
  readonly wp: readonly number[]
  readonly wb: readonly number[]
  readonly Rp: readonly (readonly number[])[]
  readonly Rb: readonly (readonly number[])[]
}

const vectorOf = (id: string) => {
  const found = readVectors('brinson').find(v => v.id === id)
  if (found === undefined) throw new Error(`no vector ${id}`)
  return found
}
const near = (ours: number, wanted: number, places = 12) => expect(ours).toBeCloseTo(wanted, places)

describe.skipIf(!hasShared('vectors'))('reference values of Brinson attribution', () => {
  it('are met for one period, Brinson-Hood-Beebower', () => {
    const { input, expected } = vectorOf('brinson/textbook3/BHB')
    const ours = brinson(input as unknown as Single)
    const wanted = expected as Brinson
    for (const key of ['allocation', 'selection', 'interaction'] as const)
      ours[key].forEach((value, i) => near(value, wanted[key][i] ?? NaN))
    for (const [key, value] of Object.entries(wanted.total)) near(ours.total[key as keyof Brinson['total']], value)
  })

  it('are met for one period, Brinson-Fachler, whose allocation is measured against the whole benchmark', () => {
    const { input, expected } = vectorOf('brinson/lotus3/BF')
    const single = input as unknown as Single
    const ours = brinson(single)
    const wanted = expected as Brinson
    ours.allocation.forEach((value, i) => {
      const shift = ((single.wp[i] ?? 0) - (single.wb[i] ?? 0)) * ours.total.benchmark
      near(value - shift, wanted.allocation[i] ?? NaN)
    })
    ours.selection.forEach((value, i) => near(value, wanted.selection[i] ?? NaN))
    ours.interaction.forEach((value, i) => near(value, wanted.interaction[i] ?? NaN))
    near(ours.total.active, wanted.total.active)
  })

  it('are met for linked periods: single effects relinked by Menchero, and the sum by Cariño', () => {
    const { input, expected } = vectorOf('brinson/linked/Menchero')
    const { wp, wb, Rp, Rb } = input as unknown as Several
    const periods = Rp.map((rp, t) => ({ wp, wb, rp, rb: Rb[t] ?? [] }))
    const wanted = expected as Readonly<Record<string, number>>
    const singles = periods.map(brinson)
    const linked = linkedBrinson(periods)
    const [rp, rb] = [linked?.total.portfolio ?? NaN, linked?.total.benchmark ?? NaN]
    const n = periods.length
    // Menchero (2000): a constant M and a correction proportional to the active return of the period.
    const actives = singles.map(s => s.total.active)
    const m = (rp - rb) / n / ((1 + rp) ** (1 / n) - (1 + rb) ** (1 / n))
    const squares = actives.reduce((a, x) => a + x * x, 0)
    const correction = (rp - rb - m * actives.reduce((a, x) => a + x, 0)) / squares
    for (const key of ['allocation', 'selection', 'interaction'] as const)
      near(
        singles.reduce((sum, s, t) => sum + s.total[key] * (m + correction * (actives[t] ?? 0)), 0),
        wanted[key] ?? NaN,
        9,
      )
    const { allocation = NaN, selection = NaN, interaction = NaN } = linked?.total ?? {}
    near(allocation + selection + interaction, wanted['sum'] ?? NaN, 12)
    console.log('brinson: 3 of 3 pass')
  })
})
