import { describe, expect, it } from 'vitest'
import { definitionOf, type Notes } from '../../src-renderer/ui/definition-of.ts'
import { diagnoseAccount } from '../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { collectFigures } from '../../src-main/domain/diagnosis/fund/collect-figures.ts'
import { diagnoseFund } from '../../src-main/domain/diagnosis/fund/diagnose-fund.ts'
import { accountInput } from '../helpers/account-input.ts'
import { syntheticInput } from '../helpers/fund-input.ts'

const reports: readonly (readonly [string, () => Notes])[] = [
  ['fund', () => diagnoseFund(syntheticInput())],
  ['account', () => diagnoseAccount(accountInput())],
]

describe.each(reports)('the definition card of a %s report', (_, make) => {
  const report = make()
  const figures = [...collectFigures(report).values()]

  it('finds name and formula of every figure', () => {
    expect(figures.length).toBeGreaterThan(100)
    expect(figures.filter(f => definitionOf(report, f.card) === undefined).map(f => f.id)).toEqual([])
  })

  it('finds the reason of every missing figure', () => {
    const missing = figures.filter(f => f.value === null)
    expect(missing.filter(f => report.reasons[f.reason ?? ''] === undefined).map(f => f.id)).toEqual([])
  })
})
