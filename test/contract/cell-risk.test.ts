import { describe, expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { Holding } from '../../src-main/model/holding.ts'
import { Product } from '../../src-main/model/product.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { putProducts } from '../helpers/put-products.ts'
import { readPackJson } from '../helpers/rule-packs.ts'
import { sampleRow } from '../helpers/sample-rows.ts'
import { listedClients } from '../helpers/listed-clients.ts'

const open = openedBooks()
const TODAY = '2026-11-23'
const levels = ['C1min', 'C1', 'C2', 'C3', 'C4', 'C5', null] as const
const grades = ['R1', 'R2', 'R3', 'R4', 'R5', null] as const
const classes = ['equity', 'fixedIncome', 'multiAsset', 'overseasCommodity'] as const
const CLIENTS = 240

/** Numbers that look like chance and are the same at every run. */
const chance = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
}
const pick = chance(7)

interface Caps {
  readonly singleProduct: number
  readonly singleClass: number
  readonly highGrades: number
}
type Level = (typeof levels)[number] & string
type ByLevel<T> = Readonly<Record<Level, T>>
interface SegmentJson {
  readonly cells: readonly { readonly tier: number; readonly style: string; readonly caps: ByLevel<Caps> }[]
}
interface SuitabilityJson {
  readonly matrix: ByLevel<readonly string[]>
  readonly caps: ByLevel<Caps>
}

// Term 1 and variety 1 fit everybody, so that the grade alone decides.
const products = Array.from({ length: 24 }, (_, i) =>
  Product.parse({
    ...sampleRow('products', i + 1),
    riskGrade: grades[i % grades.length],
    assetClass: classes[i % classes.length],
    term: 1,
    variety: 1,
    highRisk: false,
  }),
)

interface Person {
  readonly client: Client
  readonly held: readonly { readonly product: Product; readonly value: number }[]
}

const people: readonly Person[] = Array.from({ length: CLIENTS }, (_, i) => {
  const assets = [3_000_000, 20_000_000, 150_000_000, 600_000_000, 3_000_000_000][pick(5)] ?? 0
  const held = new Map<Product, number>()
  for (let k = pick(5); k >= 0; k -= 1) {
    const product = products[pick(products.length)]
    if (product !== undefined) held.set(product, Math.floor((assets * (1 + pick(40))) / 100))
  }
  const value = [...held.values()].reduce((sum, each) => sum + each, 0)
  const cash = Math.floor((assets * pick(10)) / 100)
  const client = Client.parse({
    ...sampleRow('clients', i + 1),
    riskCapacity: levels[pick(levels.length)],
    validUntil: ['2027-06-30', TODAY, '2026-11-22', null][pick(4)],
    investorType: pick(9) === 0 ? 'professional' : 'ordinary',
    professionalClass: 'C',
    // a professional of yesterday is an ordinary investor today
    professionalUntil: ['2026-11-22', '2027-01-01', null][pick(3)],
    averageAssets: value + cash,
    latestAssets: value + cash,
    cash,
    term: 2,
    variety: 2,
    revenue365: 0,
  })
  return { client, held: [...held].map(([product, each]) => ({ product, value: each })) }
})

// class C without an end of its evidence counts for none
const isProfessional = ({ client }: Person): boolean =>
  client.investorType === 'professional' && client.professionalUntil !== null && client.professionalUntil >= TODAY

const levelOf = (person: Person): Level | null => {
  const { riskCapacity, validUntil } = person.client
  return isProfessional(person) || validUntil === null || validUntil < TODAY ? null : riskCapacity
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** What a cell has to say, written down anew from the packs' JSON and the rows that were put in. */
const expected = (own: readonly Person[], cellCaps: ByLevel<Caps>, pack: SuitabilityJson) => {
  const above = own.map(person => {
    const level = levelOf(person)
    if (level === null) return 0
    return sum(
      person.held.flatMap(({ product, value }) =>
        product.riskGrade !== null && !pack.matrix[level].includes(product.riskGrade) ? value : [],
      ),
    )
  })
  const lines = levels.flatMap(level => {
    if (level === null) return []
    const there = own.filter(person => levelOf(person) === level)
    if (there.length === 0) return []
    const cap = (name: keyof Caps): number => Math.min(cellCaps[level][name], pack.caps[level][name])
    const breaking = (name: keyof Caps, largest: (person: Person) => number): number =>
      there.filter(person => {
        const total = sum(person.held.map(each => each.value)) + (person.client.cash ?? 0)
        return total > 0 && largest(person) / total > cap(name)
      }).length
    return [
      {
        level,
        clients: there.length,
        singleProduct: cap('singleProduct'),
        singleClass: cap('singleClass'),
        highGrades: cap('highGrades'),
        overProduct: breaking('singleProduct', ({ held }) => Math.max(0, ...held.map(each => each.value))),
        overClass: breaking('singleClass', ({ held }) =>
          Math.max(
            ...classes.map(name => sum(held.flatMap(each => (each.product.assetClass === name ? each.value : [])))),
          ),
        ),
        overGrades: breaking('highGrades', ({ held }) =>
          sum(held.flatMap(({ product, value }) => (/R[45]/.test(product.riskGrade ?? '') ? value : []))),
        ),
      },
    ]
  })
  const value = sum(above)
  const aum = sum(own.map(({ client, held }) => sum(held.map(each => each.value)) + (client.cash ?? 0)))
  return {
    aboveValue: value,
    aboveShare: aum === 0 ? 0 : value / aum,
    aboveClients: above.filter(each => each > 0).length,
    noLevel: own.filter(person => !isProfessional(person) && levelOf(person) === null).length,
    professional: own.filter(isProfessional).length,
    levels: lines,
  }
}

describe('risk fit of a cell', () => {
  it('is what the rows and the packs say, in every cell, to the fen', async () => {
    const { api, store } = await open()
    putProducts(store, products)
    store.write(tx => {
      for (const [n, { client, held }] of people.entries()) {
        tx.clients.put(client)
        for (const { product, value } of held)
          tx.holdings.put(Holding.parse({ ...sampleRow('holdings', n + 1), code: product.code, value }))
      }
    })
    const rows = await listedClients(api)
    const segments = readPackJson('segments/2026.11.3.json') as SegmentJson
    const suitability = readPackJson('suitability/2017-07-01-default-3.json') as SuitabilityJson
    let seen = 0
    for (const { tier, style, caps } of segments.cells) {
      const ids = new Set(rows.flatMap(row => (row.tier === tier && row.style === style ? row.id : [])))
      const own = people.filter(({ client }) => ids.has(client.id))
      const { risk } = await api.matrix.cell({ tier: tier as 1, style: style as 'wealth' })
      const { aboveShare, ...figures } = expected(own, caps, suitability)
      expect({ tier, style, ...risk, aboveShare: 0 }).toEqual({ tier, style, ...figures, aboveShare: 0 })
      expect(risk.aboveShare).toBeCloseTo(aboveShare, 12)
      seen += own.length
    }
    expect(seen).toBe(CLIENTS)
  })

  it('has something to say on every count, so that the test above can fail', () => {
    const pack = readPackJson('suitability/2017-07-01-default-3.json') as SuitabilityJson
    const { levels: lines, ...all } = expected(people, pack.caps, pack)
    expect(Object.values(all).every(each => each > 0)).toBe(true)
    expect(lines).toHaveLength(6)
    const totals = (['overProduct', 'overClass', 'overGrades'] as const).map(name => sum(lines.map(line => line[name])))
    expect(totals.every(each => each > 0)).toBe(true)
  })
})
