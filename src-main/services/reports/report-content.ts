import type { ReportContent, ReportDigest } from '../../model/report-content.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** What is kept beside the file of a report: its statements, what it was made with, and the figures to compare. */
export const reportContent = (
  workspace: Workspace,
  statements: readonly string[],
  digest: ReportDigest | null,
): ReportContent => {
  const { segments, account, wording, report } = workspace.rules
  return {
    statements: [...statements],
    versions: [
      { name: 'suitability', version: workspace.suitabilityVersion() },
      { name: 'segments', version: segments.version },
      { name: 'definitions', version: account.definitions.version },
      { name: 'wording', version: wording.version },
      { name: 'report', version: report.version },
    ],
    digest,
  }
}
