import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import type { Notes } from '../../ui/definition-of.ts'

/** Texts of several reports that were made with the same definitions. */
export const mergedNotes = (reports: readonly FundReport[]): Notes => ({
  definitions: Object.assign({}, ...reports.map(report => report.definitions)) as Notes['definitions'],
  reasons: Object.assign({}, ...reports.map(report => report.reasons)) as Notes['reasons'],
})
