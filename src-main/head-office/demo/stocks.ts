import { type FactorReturns, combine } from './factors.ts'
import { makeRandom } from './random.ts'
import { seeds } from './seeds.ts'
import type { Series } from './series.ts'

const sectorFactor: Readonly<Record<string, string>> = {
  消费: 'consumer',
  医药: 'health',
  科技: 'tech',
  新能源: 'energy',
  金融: 'finance',
  周期: 'cycle',
  高端制造: 'industry',
}

export interface Stock {
  readonly code: string
  readonly name: string
  readonly sector: string
  readonly grade: 'R3' | 'R4'
  readonly convertible: boolean
  readonly series: Series
}

/** Invented listed companies and their convertible bonds, priced over the years that the books need. */
export const makeStocks = (seed: number, factors: FactorReturns, start: number, length: number): Stock[] => {
  const sectors = Object.entries(seeds.names.stockEnds)
  const used = new Set<string>()
  const out: Stock[] = []
  const random = makeRandom(seed, 'stocks')
  const total = seeds.products.stocks + seeds.products.convertibles
  for (let tries = 0; out.length < total; tries++) {
    const [sector, ends] = random.pick(sectors)
    const convertible = out.length >= seeds.products.stocks
    const name = `${random.pick(seeds.names.stockWords)}${convertible ? '转债' : random.pick(ends)}`
    if (used.has(name) && tries < 5000) continue
    used.add(name)
    const number = String(out.length + 1).padStart(4, '0')
    const code = `${convertible ? 'V' : 'G'}99${number}`
    const damp = convertible ? 0.4 : 1
    const loads = new Map([
      ['mkt', damp * (0.7 + 0.6 * random.next())],
      ['small', damp * (0.5 * random.normal() + 0.3)],
      [sectorFactor[sector] ?? 'cycle', damp * (0.7 + 0.5 * random.next())],
    ])
    const daily = (convertible ? 0.09 : 0.28) / Math.sqrt(243)
    const noise = makeRandom(seed, `stock/${code}`)
    const returns = combine(factors, loads, 0.0, start, length, () => daily * noise.normal())
    let price = convertible ? 100 + 30 * random.next() : 4 + 60 * random.next() ** 2
    const values = new Int32Array(length)
    for (let t = 0; t < length; t++) {
      price *= Math.exp(Math.max(-0.105, Math.min(0.095, returns[t] ?? 0)))
      // Listed prices have two decimals, bonds three
      values[t] = convertible ? Math.round(price * 1000) * 10 : Math.max(100, Math.round(price * 100) * 100)
    }
    const grade = convertible || random.chance(0.65) ? 'R3' : 'R4'
    out.push({ code, name, sector, grade, convertible, series: { code, start, values } })
  }
  return out
}
