import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ReportRow } from '../contract/reports.ts'
import { ClearError } from './clear-error.ts'
import type { Api } from './with-engine.ts'
import type { Engine } from '../engine.ts'

export type ReportInput = Parameters<Api['reports']['make']>[0]

/** Makes one report to its end and writes its PDF; only the user may read the file. */
export const saveReport = async (api: Api, engine: Engine, input: ReportInput, path: string): Promise<ReportRow> => {
  let row: ReportRow | null = null
  for await (const step of await api.reports.make(input)) if (step.kind === 'done') row = step.report
  if (row === null) throw new ClearError('the report ended without an answer; make it again')
  const { id } = row
  const pdf = engine.session.opened().workspace.store.read(tx => tx.reports.pdf(id))
  if (pdf === null) throw new ClearError(`the file of report ${id} is not in the book; make it again`)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, pdf, { mode: 0o600 })
  return { ...row, path }
}
