import { sayOf } from '../../domain/report/blocks/say.ts'
import { IsoDate } from '../../model/units.ts'
import type { ReportSetup } from '../../model/report/report-setup.ts'
import { readConnection } from '../session/connection.ts'
import { readSettings } from '../settings/settings.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ReportRequest } from './report-request.ts'

/** What a report wears beside its figures: the print styles and, where there is one, the invitation to answer. */
export type ReportDress = Pick<ReportSetup, 'css' | 'reply'>

/** Firm, advisor, packs and day of a report, from the settings and the enrolment. */
export const reportSetup = (
  workspace: Workspace,
  request: Pick<ReportRequest, 'edition' | 'locale'>,
  reportId: string,
  dress: ReportDress,
): ReportSetup => {
  const { firm, branch, ...settings } = readSettings(workspace.store)
  const connection = readConnection(workspace.store)
  const { rules } = workspace
  const say = sayOf({ locale: request.locale, pack: rules.report })
  const unset = say('document.notSet')
  return {
    edition: request.edition,
    locale: request.locale,
    pack: rules.report,
    ...dress,
    firm,
    advisor: {
      name: connection?.advisor ?? unset,
      licence: connection?.licence ?? unset,
      branch: branch === '' ? null : branch,
    },
    reportId,
    date: IsoDate.parse(workspace.today()),
    redIsUp: settings.upColour === 'red',
    versions: [
      { name: say('document.suitabilityRules'), version: workspace.suitabilityVersion() },
      { name: say('document.segmentRules'), version: rules.segments.version },
      { name: say('document.definitions'), version: rules.account.definitions.version },
    ],
  }
}
