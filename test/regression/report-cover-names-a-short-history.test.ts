import { expect, it } from 'vitest'
import { renderAccountReport } from '../../src-main/domain/report/render-account-report.ts'
import { accountReport, reportSetup } from '../helpers/report-fixtures.ts'

const cover = (html: string): string => html.slice(html.indexOf('class="body"'), html.indexOf('三项发现'))

it('names figures of a history under three years as such on the cover, and sets the target of the same period beside them', () => {
  const report = accountReport()
  const periods = report.performance.periods
  const whole = periods.find(period => period.kind === 'sinceStart')
  expect(whole).toBeDefined()
  const short = { ...report, keyFigures: { ...report.keyFigures, longPeriod: 'sinceStart' as const } }
  const shown = cover(renderAccountReport(short, reportSetup()).html)
  expect(shown).toContain('有记录以来收益')
  expect(shown).not.toContain('近三年收益')
  const long = { ...report, keyFigures: { ...report.keyFigures, longPeriod: 'threeYears' as const } }
  expect(cover(renderAccountReport(long, reportSetup()).html)).toContain('近三年收益')
})
