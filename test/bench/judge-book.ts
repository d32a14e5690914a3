import { prepareBook } from '../../src-main/domain/suitability/judge-book.ts'
import { judgeSuitability } from '../../src-main/domain/suitability/judge-suitability.ts'
import type { SuitabilityClient, SuitabilityProduct } from '../../src-main/model/suitability-facts.ts'
import { IsoDate } from '../../src-main/model/units.ts'
import { suitabilityPacks } from '../helpers/rule-packs.ts'
import { seeded } from '../helpers/segment-facts.ts'
import { runBench, secondsOf, type BenchResult } from './bench-result.ts'

const clientCount = 50_000
const productCount = 12_000
const holdingsEach = 6

const day = (text: string): IsoDate => IsoDate.parse(text)

/** 300,000 holdings of 50,000 clients judged anew; the reference judges every pair by itself. */
export const judgeBook = (): Promise<BenchResult> => {
  const pack = suitabilityPacks().at(-1)
  if (pack === undefined) throw new Error('no suitability pack')
  const next = seeded(3)
  const pick = <T>(all: readonly T[]): T => {
    const found = all[Math.floor(next() * all.length)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }
  const months = Array.from(
    { length: 18 },
    (_, i) => `${2026 + Math.floor((i + 3) / 12)}-${String(((i + 3) % 12) + 1).padStart(2, '0')}-15`,
  )
  const clients = Array.from({ length: clientCount }, (): SuitabilityClient => ({
    investorType: next() < 0.02 ? 'professional' : 'ordinary',
    riskCapacity: pick(['C1min', 'C1', 'C2', 'C3', 'C4', 'C5', null] as const),
    validUntil: day(pick(months)),
    birthDate: day(`19${40 + Math.floor(next() * 60)}-06-15`),
    term: pick([1, 2, 3, null] as const),
    variety: pick([1, 2, 3, 4, null] as const),
  }))
  const products = Array.from({ length: productCount }, (): SuitabilityProduct => ({
    riskGrade: pick(['R1', 'R2', 'R3', 'R4', 'R5', null] as const),
    term: pick([1, 2, 3] as const),
    variety: pick([1, 2, 3, 4] as const),
    highRisk: next() < 0.05,
  }))
  const holdings = Uint16Array.from({ length: clientCount * holdingsEach }, () => Math.floor(next() * productCount))
  const context = { date: day('2026-12-20'), initiative: 'advisor' as const }
  return runBench({
    name: 'judge-book',
    unit: 's for 300,000 verdicts',
    runs: 5,
    toUnit: seconds => seconds,
    ours: () =>
      secondsOf(() => {
        const book = prepareBook(clients, products, context, pack)
        return Array.from(holdings, (product, i) => book.verdict(Math.floor(i / holdingsEach), product))
      }),
    reference: () =>
      secondsOf(() =>
        Array.from(holdings, (product, i) => {
          const [client, thing] = [clients[Math.floor(i / holdingsEach)], products[product]]
          return client === undefined || thing === undefined ? null : judgeSuitability(client, thing, context, pack)
        }),
      ),
  })
}
