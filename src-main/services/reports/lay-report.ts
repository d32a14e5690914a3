import { accountDigest } from '../../domain/report/report-digest.ts'
import { renderAccountReport } from '../../domain/report/render-account-report.ts'
import { MOST_ON_SCREEN } from '../../model/most-on-screen.ts'
import { renderFundComparison } from '../../domain/report/render-fund-comparison.ts'
import { renderFundReport } from '../../domain/report/render-fund-report.ts'
import { renderSegmentReview } from '../../domain/report/render-segment-review.ts'
import { AppError } from '../../model/app-error.ts'
import type { ReportDigest } from '../../model/report-content.ts'
import type { FinishedReport } from '../../model/report/report-setup.ts'
import { compareFunds } from '../funds/compare-funds.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ReportRequest } from './report-request.ts'
import { reportSetup, type ReportDress } from './report-setup.ts'
import { reviewPeriod, segmentReview } from './segment-review.ts'

export interface LaidReport {
  readonly finished: FinishedReport
  /** Who or what the report is about, for lists on this desk. */
  readonly name: string
  readonly dataDate: string
  /** What a later version is compared with; of account reports. */
  readonly digest: ReportDigest | null
}

const comparedCodes = (subject: string): readonly string[] => {
  const codes = [...new Set(subject.split(',').filter(code => code !== ''))]
  if (codes.length >= 2 && codes.length <= MOST_ON_SCREEN) return codes
  throw new AppError('invalidInput', `a comparison takes 2 to ${MOST_ON_SCREEN} funds, not ${codes.length}`, {
    where: subject,
    hint: `choose 2 to ${MOST_ON_SCREEN} different funds`,
  })
}

/** Figures and pages of one report, from one state of the book. */
export const layReport = (
  workspace: Workspace,
  request: ReportRequest,
  reportId: string,
  dress: ReportDress,
): LaidReport => {
  const setup = reportSetup(workspace, request, reportId, dress)
  switch (request.kind) {
    case 'fund': {
      const model = workspace.fundReport(request.subject, null)
      return { finished: renderFundReport(model, setup), name: model.profile.name, dataDate: model.asOf, digest: null }
    }
    case 'comparison': {
      const { reports: models, ...pairs } = compareFunds(workspace, comparedCodes(request.subject))
      const dataDate = models.map(model => model.asOf).toSorted()[0] ?? setup.date
      const name = models.map(model => model.profile.name).join(request.locale === 'en' ? ', ' : '、')
      return { finished: renderFundComparison(models, setup, pairs), name, dataDate, digest: null }
    }
    case 'segment': {
      const model = segmentReview(workspace, reviewPeriod(request.subject))
      return {
        finished: renderSegmentReview(model, setup),
        name: `${model.from} – ${model.to}`,
        dataDate: model.to,
        digest: null,
      }
    }
    case 'account': {
      const model = workspace.accountReport(request.subject, reportId)
      const client = workspace.book().byId.get(request.subject)?.client
      const funds = new Map(
        model.holdings
          .filter(line => line.page && workspace.market().funds.has(line.code))
          .map(line => [line.code, workspace.fundReport(line.code, null)] as const),
      )
      return {
        finished: renderAccountReport(model, setup, funds),
        name: client?.name ?? request.subject,
        dataDate: model.asOf,
        digest: accountDigest(model, workspace.rules.report),
      }
    }
  }
}
