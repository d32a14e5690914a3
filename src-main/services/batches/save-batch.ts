import type { BatchItem } from '../../contract/batches.ts'
import type { PutFile } from '../ports/put-file.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Writes every finished file of a batch, one at a time so that memory stays flat; how many. */
export const saveBatch = async (
  workspace: Workspace,
  put: PutFile,
  items: readonly BatchItem[],
  folder: string,
): Promise<number> => {
  let files = 0
  for (const { subject, reportId } of items) {
    const pdf = reportId === null ? null : workspace.store.read(tx => tx.reports.pdf(reportId))
    if (pdf === null) continue
    await put(folder, `${subject}-${reportId ?? ''}.pdf`, pdf)
    files += 1
  }
  return files
}
