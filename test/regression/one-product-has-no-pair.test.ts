import { expect, it } from 'vitest'
import { accountReport } from '../helpers/report-fixtures.ts'

it('an account of one product does not speak of the correlation of a pair', () => {
  const { findings } = accountReport({ funds: 1, buys: 1, shelf: 2 }).summary
  expect(findings.length).toBeGreaterThan(0)
  expect(JSON.stringify(findings)).not.toContain('—与—')
})
