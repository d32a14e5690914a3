import { createWriter } from '../../domain/report/blocks/writer.ts'
import { renderSelfCheck } from '../../domain/report/render-self-check.ts'
import type { Locale } from '../../model/format/locale.ts'
import type { HalfYear } from '../../model/self-check.ts'
import { reportSetup } from '../reports/report-setup.ts'
import { readSettings } from '../settings/settings.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { EvidenceTools } from './evidence-files.ts'
import { selfCheckTables } from './self-check-tables.ts'
import { selfCheck } from './self-check.ts'

export interface SelfCheckRequest {
  readonly half: HalfYear
  readonly format: 'pdf' | 'xlsx'
  readonly locale: Locale
}

/** The report for the file of the firm: a PDF to sign, or a workbook with every item. */
export const selfCheckFile = async (
  workspace: Workspace,
  tools: EvidenceTools,
  { half, format, locale }: SelfCheckRequest,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const check = selfCheck(workspace, half, tools.hash)
  const name = `self-check-${half}`
  const setup = reportSetup(workspace, { edition: 'internal', locale }, `SC-${half}`, { css: tools.print.css })
  if (format === 'xlsx')
    return { name, bytes: await tools.files.writeBook(selfCheckTables(check, createWriter(setup, {}))) }
  const printer = tools.print.printer(readSettings(workspace.store).printing)
  return { name, bytes: (await printer.print(renderSelfCheck(check, setup))).pdf }
}
