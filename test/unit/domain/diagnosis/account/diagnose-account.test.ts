import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountInput } from '../../../../../src-main/domain/diagnosis/account/account-input.ts'
import { diagnoseAccount } from '../../../../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { dayNumber, isoDate } from '../../../../../src-main/domain/portfolio/day-number.ts'
import type { DaySeries } from '../../../../../src-main/domain/portfolio/day-series.ts'
import { AccountReport } from '../../../../../src-main/model/report/account-report.ts'
import { Figure } from '../../../../../src-main/model/report/figure.ts'
import { Fen, Nav4, Units100 } from '../../../../../src-main/model/units.ts'
import { accountInput } from '../../../../helpers/account-input.ts'
import { trade } from '../../../../helpers/trade-book.ts'

/** Every figure and every text anywhere in the report. */
function inside(value: unknown): { readonly figures: Figure[]; readonly texts: string[] } {
  const figures: Figure[] = []
  const texts: string[] = []
  const walk = (v: unknown): void => {
    if (typeof v === 'string') texts.push(v)
    else if (Array.isArray(v)) v.forEach(walk)
    else if (v !== null && typeof v === 'object') {
      const figure = 'card' in v && 'unit' in v ? Figure.safeParse(v) : null
      if (figure?.success === true) figures.push(figure.data)
      Object.values(v).forEach(walk)
    }
  }
  walk(value)
  return { figures, texts }
}

const sum = (values: readonly (number | null)[]) => values.reduce<number>((a, b) => a + (b ?? 0), 0)
const tenths = (values: readonly (number | null)[]) => sum(values.map(v => Math.round((v ?? 0) * 1000)))
/** The last 30 days of every series. */
const cut = (all: ReadonlyMap<string, DaySeries>) =>
  new Map([...all].map(([code, s]) => [code, { days: s.days.subarray(-30), values: s.values.subarray(-30) }]))
const report = diagnoseAccount(accountInput())

/** The scenario with one client field or collection changed. */
const changed = (more: Partial<AccountInput>): AccountReport =>
  diagnoseAccount({ ...accountInput({ buys: 6, funds: 5, shelf: 5 }), ...more })

describe('account report', () => {
  it('is what its schema says', () => {
    expect(AccountReport.safeParse(report).error).toBeUndefined()
  })

  it('is the same, byte for byte, for the same input', () => {
    expect(JSON.stringify(diagnoseAccount(accountInput()))).toBe(JSON.stringify(report))
  })

  it('gives every figure one value, a card, and a reason exactly where the value is missing', () => {
    const { figures } = inside(report)
    const seen = new Map<string, string>()
    for (const f of figures) {
      expect(f.card, f.id).not.toBeNull()
      expect(f.reason === null, f.id).toBe(f.value !== null)
      const shown = `${f.value} ${f.unit}`
      expect(seen.get(f.id) ?? shown, f.id).toBe(shown)
      seen.set(f.id, shown)
    }
    expect(seen.size).toBeGreaterThan(300)
  })

  it('explains every definition and reason it uses', () => {
    for (const f of inside(report).figures) {
      const definition = f.card?.definition.split('@')[0] ?? ''
      expect(report.definitions[definition], `${f.id}: ${definition}`).toBeDefined()
      if (f.reason !== null) expect(report.reasons[f.reason], `${f.id}: ${f.reason}`).toBeDefined()
    }
  })

  it('fills every sentence', () => {
    const { texts } = inside(report)
    expect(texts.filter(t => /\{\w+\}/.test(t))).toEqual([])
  })

  it('ties each finding and action to figures that exist', () => {
    const ids = new Set(inside(report).figures.map(f => f.id))
    expect(report.summary.findings).toHaveLength(3)
    expect(report.summary.actions.length).toBeGreaterThan(0)
    for (const s of [...report.summary.findings, ...report.summary.actions])
      for (const id of s.figures) expect(ids.has(id), `${s.rule}: ${id}`).toBe(true)
  })
})

describe('columns', () => {
  it('of shares print to exactly 100 %', () => {
    expect(tenths(report.holdings.map(h => h.share.value))).toBe(1000)
    expect(tenths(report.allocation.rows.map(r => r.share.value))).toBe(1000)
    expect(tenths(report.suitability.groups.map(g => g.share.value))).toBe(1000)
    expect(tenths(report.concentration.riskContributions.map(r => r.contribution.value))).toBe(1000)
  })

  it('of money add up to the total to the fen', () => {
    const total = report.performance.totalAssets.value
    expect(sum(report.holdings.map(h => h.value.value))).toBe(total)
    expect(sum(report.allocation.rows.map(r => r.value.value))).toBe(total)
    expect(sum(report.suitability.groups.map(g => g.value.value))).toBe(total)
    expect(sum(report.allocation.rows.map(r => r.move.value))).toBe(0)
    expect(sum(report.plan.holdings.map(h => h.proposed.value))).toBe(total)
    expect(sum(report.plan.holdings.map(h => h.change.value))).toBe(0)
  })

  it('of profit and contribution add up to the account', () => {
    const { contributions, contributionTotal, periods } = report.performance
    expect(sum(contributions.map(c => c.profit.value))).toBe(contributionTotal.profit.value)
    expect(sum(contributions.map(c => c.contribution.value))).toBeCloseTo(contributionTotal.contribution.value ?? 0, 10)
    const three = periods.find(p => p.kind === 'threeYears')
    expect(contributionTotal.contribution.value).toBeCloseTo(three?.timeWeighted.value ?? 0, 12)
    expect(contributionTotal.profit.value).toBe(three?.gain.value)
  })
})

describe('returns', () => {
  const year = Int32Array.from({ length: 366 }, (_, i) => dayNumber('2025-11-20') + i)
  const oneFund = (values: Float64Array): AccountInput => {
    const base = accountInput({ funds: 1, shelf: 0, buys: 1 })
    const series: DaySeries = { days: year, values }
    const price = Math.round((values[365] ?? 1) * 10_000)
    const code = base.holdings[0]?.code ?? ''
    const first = base.holdings[0]
    if (first === undefined) throw new Error('no holding')
    const units = 10_000_000
    return {
      ...base,
      accounts: base.accounts.map(a => ({ ...a, cash: Fen.parse(0) })),
      indices: new Map(),
      prices: new Map([[code, series]]),
      adjusted: new Map([[code, series]]),
      trades: [
        trade({
          id: '1',
          date: '2025-11-20',
          side: 'buy',
          code,
          units,
          price: Math.round((values[0] ?? 1) * 10_000),
          amount: Math.round(units * (values[0] ?? 1)),
        }),
      ],
      holdings: [
        {
          ...first,
          units: Units100.parse(units),
          price: Nav4.parse(price),
          value: Fen.parse(Math.round(units * (values[365] ?? 1))),
        },
      ],
    }
  }

  it('weighted by time and by money agree over a year without flows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.04, max: 0.04, noNaN: true }), { minLength: 365, maxLength: 365 }),
        steps => {
          let level = 1
          const values = Float64Array.from(
            [1, ...steps.map(s => (level *= 1 + s))],
            v => Math.round(v * 10_000) / 10_000,
          )
          const since = diagnoseAccount(oneFund(values)).performance.periods.find(p => p.kind === 'sinceStart')
          expect(since?.xirr.value).toBeCloseTo(since?.timeWeighted.value ?? NaN, 9)
          expect(since?.timeWeighted.value).toBeCloseTo((values[365] ?? 1) - 1, 9)
          expect(since?.modifiedDietz.value).toBeCloseTo(since?.timeWeighted.value ?? NaN, 9)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('under one year are not annualised, and a window longer than the history says so', () => {
    const [ytd] = report.performance.periods
    expect(ytd).toMatchObject({
      kind: 'yearToDate',
      xirr: { value: null, reason: 'under-one-year' },
      volatility: { value: null, reason: 'under-one-year' },
    })
    const five = report.performance.periods.find(p => p.kind === 'fiveYears')
    expect(five?.timeWeighted).toMatchObject({ value: null, reason: 'history-too-short' })
  })

  it('make the behaviour gap the difference of the two', () => {
    const b = diagnoseAccount(accountInput({ tracked: false })).behaviour
    const three = diagnoseAccount(accountInput({ tracked: false })).performance.periods.find(
      p => p.kind === 'sinceStart',
    )
    expect(b.behaviourGap.value).toBeCloseTo((three?.xirr.value ?? 0) - (three?.timeWeightedAnnual.value ?? 0), 12)
  })
})

describe('change plan', () => {
  it('only moves into products that match, and lowers what does not', () => {
    expect(report.plan.moves.length).toBeGreaterThan(0)
    for (const move of report.plan.moves) {
      expect(move.to.verdict.verdict).toBe('match')
      expect(move.to.why.length).toBeGreaterThan(0)
      expect(move.to.whyNot.length).toBeGreaterThan(0)
      for (const a of move.alternatives) expect(a.verdict.verdict).toBe('match')
    }
    expect(report.plan.after.mismatchShare.value).toBeLessThan(report.plan.before.mismatchShare.value ?? 0)
  })

  it('suggests nothing without a valid assessment, and says why', () => {
    const open = diagnoseAccount(accountInput({ client: { riskCapacity: null, validUntil: null } }))
    expect(open.plan.moves).toEqual([])
    expect(open.products).toEqual([])
    expect(open.suitability.verdict).toBe('undetermined')
    expect(open.summary.actions[0]?.rule).toBe('assess')
    expect(open.suitability.shareAbove).toMatchObject({ value: null, reason: 'no-level' })
  })

  it('needs no shelf', () => {
    expect(changed({ shelf: [] }).plan.moves).toEqual([])
  })
})

describe('thin data', () => {
  const cases: Readonly<Record<string, Partial<AccountInput>>> = {
    'nothing at all': { holdings: [], trades: [], accounts: [] },
    'no trades': { trades: [] },
    'no products': { products: new Map(), funds: new Map() },
    'no prices': { prices: new Map(), adjusted: new Map() },
    'no indices': { indices: new Map() },
    'no disclosures': { disclosures: new Map() },
    'no scores': { scores: new Map() },
    'no target': { target: null },
    'no holdings any more': { holdings: [] },
    'no segment and no advisor': { segment: null, advisor: null, reportId: null },
  }
  it.each(Object.keys(cases))('gives a readable report with %s', name => {
    const thin = changed(cases[name] ?? {})
    expect(AccountReport.safeParse(thin).error).toBeUndefined()
    expect(inside(thin).texts.filter(t => /NaN|undefined|Infinity|\{\w+\}/.test(t))).toEqual([])
    for (const f of inside(thin).figures) {
      expect(f.reason === null, f.id).toBe(f.value !== null)
      if (f.reason !== null) expect(thin.reasons[f.reason], f.reason).toBeDefined()
    }
    expect(thin.summary.actions.length).toBeGreaterThan(0)
  })

  it('says 30 days of prices are too few', () => {
    const base = accountInput({ buys: 1, funds: 2, shelf: 0 })
    const short = diagnoseAccount({ ...base, trades: [], prices: cut(base.prices), adjusted: cut(base.adjusted) })
    expect(short.holdings[0]?.volatility).toMatchObject({ value: null, reason: 'too-few-returns' })
    expect(short.performance.periods[0]?.timeWeighted).toMatchObject({ value: null, reason: 'no-trades' })
    expect(short.who.coverage.priced.value).toBeLessThan(1)
  })

  it('keeps a hostile name as text', () => {
    const name = '<img src=x onerror=alert(1)>{total}'
    expect(changed({ client: { ...accountInput().client, name } }).who.name).toBe(name)
  })

  it('reads a date after the last price as of that last price', () => {
    expect(report.asOf).toBe('2026-11-20')
    expect(report.date).toBe('2026-11-23')
    expect(report.performance.window?.to).toBe(isoDate(dayNumber('2026-11-20')))
  })
})
