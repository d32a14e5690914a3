import { describe, expect, it } from 'vitest'
import { collectFigures } from '../../../../../src-main/domain/diagnosis/fund/collect-figures.ts'
import { diagnoseFund } from '../../../../../src-main/domain/diagnosis/fund/diagnose-fund.ts'
import type { FundInput } from '../../../../../src-main/domain/diagnosis/fund/fund-input.ts'
import { FundReport } from '../../../../../src-main/model/report/fund-report.ts'
import { definitions, path, syntheticFund, syntheticInput, weekdays } from '../../../../helpers/fund-input.ts'

const bare = (over: Partial<FundInput> = {}): FundInput =>
  syntheticInput({ peers: null, holdings: [], indices: new Map(), classes: [], otherFunds: [], ...over })

function check(report: FundReport): void {
  expect(() => FundReport.parse(report)).not.toThrow()
  for (const figure of collectFigures(report).values()) {
    expect(figure.value === null).toBe(figure.reason !== null)
    if (figure.value !== null) expect(Number.isFinite(figure.value)).toBe(true)
    const id = figure.card?.definition.split('@')[0] ?? ''
    expect([id, definitions.definitions[id] !== undefined]).toEqual([id, true])
    if (figure.reason !== null) expect(definitions.reasons[figure.reason]).toBeDefined()
  }
  expect(JSON.stringify(report)).not.toContain('NaN')
}

describe('fund diagnosis', () => {
  it('gives a whole report where every figure has its definition, and every missing one its reason', () => {
    const report = diagnoseFund(syntheticInput())
    check(report)
    expect(report.asOf).toBe('2026-11-20')
    expect(report.score.forces.map(f => f.score.value === null)).toEqual([false, false, false, false, false])
    expect(report.performance.periods.map(p => p.id)).toContain('sinceManager')
    expect(report.performance.periods.find(p => p.id === '10y')?.fund.reason).toBe('shorterThanWindow')
    expect(report.performance.periods.find(p => p.id === 'ytd')?.sharpe.reason).toBe('underOneYear')
    expect(report.risk.drawdowns).toHaveLength(5)
    expect(report.style.rows.length).toBeGreaterThanOrEqual(4)
    expect(report.attribution.brinson.periods.value).toBeGreaterThanOrEqual(2)
  })

  it('gives the same bytes for the same input', () => {
    expect(JSON.stringify(diagnoseFund(syntheticInput()))).toBe(JSON.stringify(diagnoseFund(syntheticInput())))
  })

  it('holds together: excess is fund less benchmark, rank lies within the peers, effects add up', () => {
    const report = diagnoseFund(syntheticInput())
    for (const p of report.performance.periods) {
      if (p.fund.value === null || p.benchmark.value === null) continue
      expect(p.excess.value).toBeCloseTo(p.fund.value - p.benchmark.value, 12)
      if (p.rank.value !== null) expect(p.rank.value).toBeLessThanOrEqual(p.peers.value ?? 0)
    }
    const { allocation, selection, interaction, active, rows } = report.attribution.brinson
    const sum = (allocation.value ?? NaN) + (selection.value ?? NaN) + (interaction.value ?? NaN)
    expect(sum).toBeCloseTo(active.value ?? NaN, 10)
    expect(rows.reduce((a, r) => a + (r.selection.value ?? NaN), 0)).toBeCloseTo(selection.value ?? NaN, 12)
    expect(report.style.rows.reduce((a, r) => a + (r.weight.value ?? NaN), 0)).toBeCloseTo(1, 9)
  })

  it('is readable without benchmark, holdings and peers, and says what is missing', () => {
    const report = diagnoseFund(bare())
    check(report)
    expect(report.performance.periods[2]?.benchmark.reason).toBe('noBenchmark')
    expect(report.performance.periods[2]?.rank.reason).toBe('noPeers')
    expect(report.score.total.reason).toBe('noPeers')
    expect(report.holdings.topTenShare.reason).toBe('noHoldings')
    expect(report.attribution.treynorMazuy.gamma.reason).toBe('noBenchmark')
    expect(report.style.rSquared.reason).toBe('noStyleIndices')
    expect(report.fees.breakEven.reason).toBe('oneClass')
  })

  it('says 数据不足 with 30 days of NAV and annualises nothing', () => {
    const days = weekdays('2026-10-08', '2026-11-20')
    const fund = syntheticFund({
      inceptionOn: '2026-10-08',
      managers: [{ name: '韩叙', from: '2026-10-08', to: null }],
    })
    const report = diagnoseFund(bare({ fund, nav: path(days, 5, 0.0003, 0.01) }))
    check(report)
    const since = report.performance.periods.find(p => p.id === 'sinceInception')
    expect(since?.fund.value).not.toBeNull()
    expect([since?.annualReturn.reason, since?.volatility.reason]).toEqual(['underOneYear', 'tooFewReturns'])
    expect(report.score.total.value).toBeNull()
  })

  it('survives a fund without any NAV, and one with a single NAV', () => {
    const none = { days: new Int32Array(0), values: new Float64Array(0) }
    const report = diagnoseFund(bare({ nav: none }))
    check(report)
    expect(report.profile.nav.reason).toBe('noNav')
    expect(report.risk.columns[0]?.figures['sharpe']?.reason).toBe('noNav')
    check(diagnoseFund(syntheticInput({ nav: path(weekdays('2026-11-20', '2026-11-20'), 1, 0, 0) })))
  })

  it('gives money funds no Sharpe ratio and no force but the return', () => {
    const calendar = weekdays('2020-01-01', '2026-11-20')
    // 0.55 yuan a day for 10,000 units: about 2 % a year of 365 days, here of 261 weekdays 1.4 %.
    const nav = { days: calendar, values: new Float64Array(calendar.length).fill(0.55) }
    const report = diagnoseFund(
      syntheticInput({ fund: syntheticFund({ type: 'money', inceptionOn: '2020-01-01' }), nav }),
    )
    check(report)
    const year = report.performance.periods.find(p => p.id === '1y')
    // 261 or 262 weekdays of 0.000055 compounded
    expect(year?.fund.value).toBeCloseTo(1.000055 ** 261 - 1, 4)
    expect([year?.sharpe.reason, year?.volatility.reason]).toEqual(['moneyFund', 'moneyFund'])
    expect(report.score.forces[0]?.score.value).not.toBeNull()
    expect(report.score.total.reason).toBe('moneyFund')
  })

  it('ties at most three strengths and three risks to figures of the report', () => {
    const report = diagnoseFund(syntheticInput())
    const figures = collectFigures(report)
    for (const { figures: ids, text } of [...report.conclusion.strengths, ...report.conclusion.risks]) {
      expect(ids.length).toBeGreaterThan(0)
      for (const id of ids) expect(figures.get(id)?.value ?? null).not.toBeNull()
      expect(text.zh + text.en).not.toMatch(/[{}—]|NaN/)
    }
  })

  it('warns of a small fund, a new manager and a raised grade', () => {
    const fund = syntheticFund({
      sizes: [{ date: '2026-09-30', size: 4_000_000_000 }],
      managers: [{ name: '新任', from: '2026-06-01', to: null }],
    })
    const rules = diagnoseFund(
      syntheticInput({ fund, classes: [fund], riskGrade: 'R4', previousGrade: 'R3' }),
    ).conclusion.alerts.map(a => a.rule)
    expect(rules).toEqual(expect.arrayContaining(['small', 'newManager', 'gradeRaised']))
  })
})

describe('sizes and windows in words', () => {
  it('add the share classes of a fund up: they are one pool of money', () => {
    const a = syntheticFund({ sizes: [{ date: '2026-09-30', size: 3_000_000_000 }] })
    const c = syntheticFund({ code: '990318', shareClass: 'C', sizes: [{ date: '2026-09-30', size: 4_000_000_000 }] })
    const report = diagnoseFund(syntheticInput({ fund: a, classes: [a, c] }))
    expect(report.profile.size.value).toBe(7_000_000_000)
    expect(report.conclusion.alerts.map(alert => alert.rule)).not.toContain('small')
  })

  it('never speak of three years for a younger fund', () => {
    const days = weekdays('2025-01-06', '2026-11-20')
    for (let seed = 1; seed <= 8; seed++) {
      const fund = syntheticFund({ inceptionOn: '2025-01-06' })
      const report = diagnoseFund(syntheticInput({ fund, nav: path(days, seed, 0.0003, 0.003 * seed) }))
      for (const { text } of [...report.conclusion.strengths, ...report.conclusion.risks])
        expect(text.zh + text.en).not.toMatch(/近三年|three years/)
    }
  })

  it('measure a fund of funds against the whole benchmark in its main class', () => {
    const fund = syntheticFund({ type: 'fof' })
    const base = syntheticInput({ fund })
    const holdings = base.holdings.map(h => ({
      ...h,
      allocation: { equity: 0, bond: 0.05, cash: 0.05, fund: 0.9, other: 0 },
    }))
    const { brinson } = diagnoseFund({ ...base, holdings }).attribution
    const sum =
      (brinson.allocation.value ?? NaN) + (brinson.selection.value ?? NaN) + (brinson.interaction.value ?? NaN)
    expect(sum).toBeCloseTo(brinson.active.value ?? NaN, 10)
  })
})
