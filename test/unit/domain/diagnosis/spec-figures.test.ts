import { describe, expect, it } from 'vitest'
import { diagnoseAccount } from '../../../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { collectFigures } from '../../../../src-main/domain/diagnosis/fund/collect-figures.ts'
import { diagnoseFund } from '../../../../src-main/domain/diagnosis/fund/diagnose-fund.ts'
import { METRIC_KEYS } from '../../../../src-main/model/calc/metric-keys.ts'
import type { Figure } from '../../../../src-main/model/report/figure.ts'
import { FundReport } from '../../../../src-main/model/report/fund-report.ts'
import { accountInput } from '../../../helpers/account-input.ts'
import { path, syntheticFund, syntheticHoldings, syntheticInput } from '../../../helpers/fund-input.ts'
import {
  accountSpec,
  bondSpec,
  fundSpec,
  missingOf,
  otherFundsSpec,
  type SpecLine,
} from '../../../helpers/spec-figures.ts'

const base = syntheticInput()
const eventful = syntheticFund({
  dividends: [{ date: '2022-03-10', perUnit4: 500 }],
  splits: [{ date: '2023-05-09', ratio: 1.25 }],
})
const fund = diagnoseFund(
  syntheticInput({
    fund: eventful,
    otherFunds: [
      {
        code: '990999',
        name: '另一只',
        peerGroup: '偏股混合',
        from: base.date,
        adjusted: path(base.calendar, 3, 0, 0.01),
      },
    ],
  }),
)
const bonds = [
  { code: 'B1', name: '国债', kind: 'bond' as const, sector: null, credit: '利率债', weight: 0.2 },
  { code: 'B2', name: '票据', kind: 'bond' as const, sector: null, credit: 'AAA', weight: 0.3 },
]
const bond = diagnoseFund(
  syntheticInput({
    fund: syntheticFund({ type: 'bond', duration: 2 }),
    holdings: [{ ...syntheticHoldings('2026-06-30', 0), positions: bonds }],
  }),
)
const account = diagnoseAccount(accountInput())

const idsOf = (report: object): string[] => [...collectFigures(report).keys()]

const all: readonly (readonly [SpecLine, object])[] = [
  ...fundSpec.map(line => [line, fund] as const),
  ...bondSpec.map(line => [line, bond] as const),
  [otherFundsSpec, fund],
  ...accountSpec.map(line => [line, account] as const),
]

describe('the figures that the spec names', () => {
  it.each(all.map(([line, report]) => [line.line, line, report] as const))('%s', (_, line, report) => {
    expect(missingOf(line, idsOf(report))).toEqual([])
  })

  it.each(METRIC_KEYS.map(key => [key]))('calc metrics %s stands in every risk column of the fund report', key => {
    for (const column of fund.risk.columns) expect(column.figures[key]?.card?.definition.split('@')[0]).toBe(key)
  })

  it('has five deepest drawdowns with peak, trough, recovery and days', () => {
    expect(fund.risk.drawdowns).toHaveLength(5)
    for (const { peak, trough, days, daysToTrough } of fund.risk.drawdowns) {
      expect(peak < trough).toBe(true)
      expect((days.value ?? 0) >= (daysToTrough.value ?? Infinity)).toBe(true)
    }
  })
})

describe('every figure explains itself', () => {
  const cases: readonly (readonly [string, FundReport | typeof account])[] = [
    ['a fund', fund],
    ['a bond fund', bond],
    ['an account', account],
  ]
  it.each(cases)(
    'of %s: a card whose definition has a name and a formula, a reason exactly where the value is missing',
    (_, report) => {
      const figures: ReadonlyMap<string, Figure> = collectFigures(report)
      expect(figures.size).toBeGreaterThan(200)
      for (const figure of figures.values()) {
        const definition = report.definitions[figure.card?.definition.split('@')[0] ?? '']
        expect(definition?.name.zh, figure.id).toBeTruthy()
        expect(definition?.name.en, figure.id).toBeTruthy()
        expect(definition?.formula.zh, figure.id).toBeTruthy()
        expect(figure.card?.asOf, figure.id).toMatch(/^\d{4}-/)
        expect(figure.reason === null, figure.id).toBe(figure.value !== null)
        if (figure.reason !== null)
          expect(report.reasons[figure.reason]?.zh, `${figure.id} ${figure.reason}`).toBeTruthy()
      }
    },
  )

  it('the fund report is what its schema says', () => {
    expect(FundReport.safeParse(fund).error).toBeUndefined()
  })
})
