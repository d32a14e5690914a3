import type { ReportTools } from '../services/reports/make-report.ts'
import type { Clock } from '../services/ports/clock.ts'
import { readSettings } from '../services/settings/settings.ts'
import type { Workspace } from '../services/workspace/workspace.ts'

/** Leaves the start of the window alone. */
const LATER_MS = 8000

/** Starts the browser and cuts the fonts before the first report is asked for; what fails is told when a report is made. */
export const warmPrinter = async (
  workspace: Workspace,
  tools: ReportTools,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> => {
  try {
    await clock.wait(LATER_MS, signal)
    await tools.printer(readSettings(workspace.store).printing).warm()
  } catch {
    // aborted, or no browser: the first report says so
  }
}
