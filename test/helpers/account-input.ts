import { adjustedNav } from '../../src-main/domain/portfolio/adjusted-nav.ts'
import { isoDate } from '../../src-main/domain/portfolio/day-number.ts'
import type { DaySeries } from '../../src-main/domain/portfolio/day-series.ts'
import type { AccountInput, PeerScore } from '../../src-main/domain/diagnosis/account/account-input.ts'
import { judgeSuitability } from '../../src-main/domain/suitability/judge-suitability.ts'
import { AccountConclusionsPack } from '../../src-main/model/account-conclusions-pack.ts'
import { Account } from '../../src-main/model/account.ts'
import type { Client } from '../../src-main/model/client.ts'
import { FigureDefinitionsPack } from '../../src-main/model/figure-definitions-pack.ts'
import { FundHoldings } from '../../src-main/model/fund-holding.ts'
import { Fund } from '../../src-main/model/fund.ts'
import { Holding } from '../../src-main/model/holding.ts'
import { Product } from '../../src-main/model/product.ts'
import { StressPack } from '../../src-main/model/stress-pack.ts'
import { Trade } from '../../src-main/model/trade.ts'
import { IsoDate } from '../../src-main/model/units.ts'
import { readPackJson, shelfPack, suitabilityPacks } from './rule-packs.ts'
import { sampleClient } from './sample-client.ts'
import { asOf, kinds, seeded, today, weekdays } from './sample-market.ts'

export const stressPack = (): StressPack => StressPack.parse(readPackJson('stress/2026.11.json'))
export const conclusionsPack = (): AccountConclusionsPack =>
  AccountConclusionsPack.parse(readPackJson('conclusions/account-2026.11.5.json'))
export const definitionsPack = (): FigureDefinitionsPack =>
  FigureDefinitionsPack.parse(readPackJson('definitions/account-2026.11.json'))

const code = (i: number): string => `99${String(i).padStart(4, '0')}`

export interface Scenario {
  readonly funds?: number
  readonly shelf?: number
  /** Buys a fund over three years. */
  readonly buys?: number
  readonly tracked?: boolean
  readonly seed?: number
  readonly client?: Partial<Client>
}

/** One client with so many funds, a shelf, three years of monthly trades and indices; the same on every run. */
export function accountInput(scenario: Scenario = {}): AccountInput {
  const { funds: held = 10, shelf = 12, buys = 24, tracked = true, seed = 7 } = scenario
  const random = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random())
  const days = weekdays()
  const market = Float64Array.from(days, () => 0.0002 + 0.011 * normal())
  const walk = (beta: number, drift: number, noise: number, start: number): DaySeries => {
    let level = start
    return {
      days,
      values: Float64Array.from(days, (_, t) =>
        t === 0 ? level : (level *= 1 + beta * (market[t] ?? 0) + drift + noise * normal()),
      ),
    }
  }
  const owner = { ...sampleClient, ...scenario.client }
  const products = new Map<string, Product>()
  const funds = new Map<string, Fund>()
  const prices = new Map<string, DaySeries>()
  const adjusted = new Map<string, DaySeries>()
  const disclosures = new Map<string, FundHoldings>()
  const scores = new Map<string, PeerScore>()
  for (let i = 0; i < held + shelf; i++) {
    const kind = kinds[i % kinds.length] ?? kinds[0]
    if (kind === undefined) continue
    const raw = walk(kind.beta, kind.drift, kind.noise, 1 + random())
    const nav = Float64Array.from(raw.values, v => Math.round(v * 10_000) / 10_000)
    const onShelf = i >= held
    products.set(
      code(i),
      Product.parse({
        code: code(i),
        name: `示例基金${i}A`,
        kind: 'fund',
        assetClass: kind.assetClass,
        riskGrade: i === held - 1 && held > 4 ? null : kind.grade,
        gradedBy: '本公司',
        gradedOn: '2026-06-30',
        term: 2,
        variety: kind.assetClass === 'fixedIncome' ? 1 : 2,
        highRisk: false,
        redemptionDays: 2,
        minimum: 100,
        annualFee: 0.004 + 0.012 * random(),
        sale: 'open',
        onShelf,
        tags: [],
        maturesOn: null,
        access: null,
      }),
    )
    funds.set(
      code(i),
      Fund.parse({
        code: code(i),
        fundId: `F${i}`,
        name: `示例基金${i}A`,
        shareClass: 'A',
        company: '示例基金公司',
        type: kind.type,
        peerGroup: kind.type,
        inceptionOn: '2018-03-06',
        closedOn: null,
        managers: [{ name: `经理${i % 4}`, from: '2020-06-15', to: null }],
        benchmark: [],
        sizes: [],
        fees: {
          management: 0.012,
          custody: 0.002,
          sales: 0,
          purchase: [{ from: 0, rate: 0.0015 }],
          redemption: [
            { from: 0, rate: 0.015 },
            { from: 7, rate: 0.005 },
            { from: 365, rate: 0 },
          ],
        },
        dividends: [],
        splits: [],
        status: 'open',
        purchaseLimit: null,
        holders: [],
        turnover: [],
        duration: null,
      }),
    )
    prices.set(code(i), { days, values: nav })
    adjusted.set(code(i), { days, values: adjustedNav({ nav }).adjusted })
    const weights = Array.from({ length: 10 }, (_, k) => ({
      code: `6${String((i * 3 + k * 7) % 60).padStart(5, '0')}`,
      name: `公司${(i * 3 + k * 7) % 60}`,
      kind: 'stock',
      sector: `行业${((i * 3 + k * 7) % 60) % 8}`,
      credit: null,
      weight: 0.02 + 0.06 * random(),
    }))
    if (kind.allocation.equity > 0)
      disclosures.set(
        `F${i}`,
        FundHoldings.parse({
          fundId: `F${i}`,
          date: '2026-09-30',
          scope: 'topTen',
          allocation: kind.allocation,
          positions: weights,
        }),
      )
    const score = () => Math.round(random() * 100)
    if (i % 7 !== 6)
      scores.set(code(i), {
        total: score(),
        forces: { return: score(), resilience: score(), stability: score(), selection: score(), timing: score() },
      })
  }
  const trades: Trade[] = []
  const units = new Map<string, number>()
  let cash = 0
  const add = (row: Record<string, unknown>) =>
    trades.push(
      Trade.parse({
        id: `t${trades.length}`,
        clientId: 'c1',
        accountId: 'a1',
        status: 'confirmed',
        units: 0,
        price: null,
        fee: 0,
        code: null,
        ...row,
      }),
    )
  const priceOf = (c: string, t: number) => Math.round((prices.get(c)?.values[t] ?? 1) * 10_000)
  if (tracked) {
    add({ date: isoDate(days[260] ?? 0), side: 'deposit', amount: 600_000_000 })
    cash += 600_000_000
  }
  for (let n = 0; n < buys; n++) {
    for (let i = 0; i < held; i++) {
      const t = 265 + Math.floor((n * (days.length - 280)) / buys) + (i % 5)
      const c = code(i)
      const price = priceOf(c, t)
      const amount = Math.round(200_000 + 1_500_000 * random())
      const fee = Math.round(amount * 0.0015)
      const bought = Math.floor(((amount - fee) * 10_000) / price)
      add({ date: isoDate(days[t] ?? 0), side: 'buy', code: c, units: bought, price, amount, fee })
      units.set(c, (units.get(c) ?? 0) + bought)
      cash -= amount
      const mine = units.get(c) ?? 0
      if (n % 6 === 5 && i % 3 === 0 && mine > 0) {
        const sold = Math.floor(mine * 0.3)
        const got = Math.round((sold * priceOf(c, t + 3)) / 10_000)
        add({
          date: isoDate(days[t + 3] ?? 0),
          side: 'sell',
          code: c,
          units: sold,
          price: priceOf(c, t + 3),
          amount: got,
          fee: Math.round(got * 0.005),
        })
        units.set(c, mine - sold)
        cash += got - Math.round(got * 0.005)
      }
    }
  }
  const last = days.length - 1
  const holdings = [...units].map(([c, u]) =>
    Holding.parse({
      clientId: 'c1',
      accountId: 'a1',
      code: c,
      units: u,
      cost: null,
      price: priceOf(c, last),
      priceDate: asOf,
      value: Math.round((u * priceOf(c, last)) / 10_000),
      maturesOn: null,
    }),
  )
  const pack = suitabilityPacks()[1] ?? suitabilityPacks()[0]
  if (pack === undefined) throw new Error('no suitability pack')
  return {
    date: IsoDate.parse(today),
    client: owner,
    accounts: [
      Account.parse({
        id: 'a1',
        clientId: 'c1',
        kind: 'cash',
        openedOn: '2016-04-11',
        status: 'active',
        cash: tracked ? Math.max(0, cash) : 18_620_000,
        marginDebt: 0,
      }),
    ],
    holdings,
    trades,
    products,
    funds,
    prices,
    adjusted,
    indices: new Map([
      ['000300', walk(1, 0, 0, 3500)],
      ['000012', walk(0, 0.00012, 0.0006, 180)],
      ['SPX', walk(0.2, 0.0003, 0.009, 4000)],
      ['AU9999', walk(0, 0.0003, 0.008, 400)],
    ]),
    disclosures,
    scores,
    segment: {
      tier: 5,
      style: 'allocation',
      reasons: [{ zh: '20 日均资产达到钻石', en: 'Assets reach the top tier' }],
      pack: '2026.11.2',
    },
    target: {
      shares: { cash: 0.1, fixedIncome: 0.45, equity: 0.3, multiAsset: 0.05, overseasCommodity: 0.1 },
      pack: '2026.11.2',
    },
    shelf: Array.from({ length: shelf }, (_, i) => code(held + i)),
    suitability: {
      judge: product =>
        judgeSuitability(
          {
            investorType: owner.investorType,
            riskCapacity: owner.riskCapacity,
            validUntil: owner.validUntil,
            birthDate: owner.birthDate,
            term: owner.term,
            variety: owner.variety,
          },
          { riskGrade: product.riskGrade, term: product.term, variety: product.variety, highRisk: product.highRisk },
          { date: IsoDate.parse(today), initiative: 'advisor' },
          pack,
        ),
      pack: pack.version,
      matrix: pack.matrix,
      drawdownAlarm: pack.drawdownAlarm,
      warnDays: pack.warnDays,
      caps: owner.riskCapacity === null ? null : pack.caps[owner.riskCapacity],
    },
    serviceFit: null,
    packs: { shelf: shelfPack(), stress: stressPack(), conclusions: conclusionsPack(), definitions: definitionsPack() },
    riskFree: 0.015,
    reportId: 'AD-20261123-0017',
    inputHash: null,
    advisor: { name: '周明远', licence: 'S0990000000001', branch: '临江营业部' },
  }
}
