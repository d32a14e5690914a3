import type { ImportOutcome, ImportPreview, ImportRequest, ImportStep } from '../../src-main/contract/imports.ts'
import type { OpenedBook } from './opened-book.ts'

type Api = OpenedBook['api']['imports']

/** The last step, which is the outcome. */
export const lastStep = async <K extends ImportStep['kind']>(
  steps: AsyncIterable<ImportStep>,
  kind: K,
): Promise<Extract<ImportStep, { readonly kind: K }>> => {
  let last: ImportStep | null = null
  for await (const step of steps) last = step
  if (last?.kind !== kind) throw new Error(`ended as ${String(last?.kind)}`)
  return last as Extract<ImportStep, { readonly kind: K }>
}

export const previewed = async (api: Api, request: ImportRequest): Promise<ImportPreview> =>
  (await lastStep(await api.preview(request), 'preview')).preview

export const applied = async (api: Api, request: ImportRequest): Promise<ImportOutcome> =>
  (await lastStep(await api.apply(request), 'written')).outcome

export const undone = async (api: Api, id: string): Promise<{ readonly restored: number; readonly kept: number }> => {
  const { restored, kept } = await lastStep(await api.undo({ id }), 'undone')
  return { restored, kept }
}
