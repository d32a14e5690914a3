import { join } from 'node:path'
import { expect, it } from 'vitest'
import { renderFundReport } from '../../src-main/domain/report/render-fund-report.ts'
import { loadRules } from '../../src-main/engine/load-rules.ts'
import { composedFindings } from '../../src-main/services/wording/outgoing-findings.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { fundReport, reportSetup } from '../helpers/report-fixtures.ts'

const { wording } = loadRules(join(projectRoot, 'resources'))

const chapterOf = (html: string): string => html.slice(html.indexOf('经理与费用'))

// "returned +1.9% in 308 days" read like a return over days, "rank 1 of 5 funds" like a ranking without its agency
it.each(['zh-CN', 'en'] as const)('in %s, the client edition has no finding', locale => {
  const { statements } = renderFundReport(fundReport(), reportSetup({ locale }))
  expect(composedFindings(statements, wording).map(each => each.text)).toEqual([])
})

it('shows a client no return of a manager who came less than the least period ago', () => {
  const report = fundReport()
  const [present, ...before] = report.manager.rows
  if (present === undefined) throw new Error('the fund has no manager')
  const days = { ...present.tenureDays, value: 114 }
  const gain = { ...present.return, value: 0.123_4 }
  const young = {
    ...report,
    manager: { ...report.manager, rows: [{ ...present, tenureDays: days, return: gain }, ...before] },
  }
  const client = chapterOf(renderFundReport(young, reportSetup()).html)
  expect(client).toContain('现任经理任职 114 天')
  expect(client).not.toContain('+12.34%')
  expect(chapterOf(renderFundReport(young, reportSetup({ edition: 'internal' })).html)).toContain('+12.34%')
})
