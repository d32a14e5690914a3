import type { ImportRequest } from '../../../src-main/contract/imports.ts'
import type { ImportMapping } from '../../../src-main/model/import/import-kind.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { told, useFailureText } from '../../ui/failure.tsx'
import { changeImport, followImport, forgetImport, importJob, type ImportState } from '../../state/import-job.ts'

type Import = ImportState & {
  readonly choose: () => void
  readonly setClient: (id: string) => void
  readonly look: () => void
  readonly map: (index: number, mapping: ImportMapping | null) => void
  readonly apply: () => void
  /** Stops what runs, else leaves the preview. */
  readonly cancel: () => void
  readonly undo: (id: string) => void
}

/** What the engine is asked, as it stands now. */
const request = (): ImportRequest => {
  const { source, clientId, mappings } = importJob.get()
  return { source: source ?? '', clientId: clientId.trim() === '' ? null : clientId.trim(), mappings: [...mappings] }
}

/** Choose, look, correct, write: every correction asks the engine for a new preview. */
export const useImport = (): Import => {
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const named = (error: unknown): string => {
    const { code, where } = told(error)
    // which of the files it is about
    return code === 'fileUnreadable' && where
      ? t('import.ofFile', { file: where, text: failure(error) })
      : failure(error)
  }
  const say = (error: unknown): string | null => (told(error).code === 'locked' ? null : named(error))
  const state = importJob.use()

  const look = async (): Promise<void> => {
    const end = await followImport(() => api.imports.preview(request()), say)
    if (end?.kind === 'preview') changeImport({ preview: end.preview })
    if (end?.kind === 'cancelled') stopped()
  }
  const stopped = (): void => {
    forgetImport()
    tell(t('import.stopped'))
  }
  const undo = async (id: string): Promise<void> => {
    const end = await followImport(() => api.imports.undo({ id }), say)
    if (end?.kind === 'cancelled') tell(t('import.undoStopped'))
    if (end?.kind === 'undone')
      tell(t('import.undone', { count: end.restored, restored: end.restored, kept: end.kept }))
  }
  const choose = async (): Promise<void> => {
    try {
      const { source } = await api.imports.choose({})
      if (source === null) return
      forgetImport()
      changeImport({ source })
      await look()
    } catch (error) {
      changeImport({ failed: named(error) })
    }
  }
  const apply = async (): Promise<void> => {
    const end = await followImport(() => api.imports.apply(request()), say)
    if (end?.kind === 'cancelled') stopped()
    if (end?.kind !== 'written') return
    forgetImport()
    const { id, counts, rejected } = end.outcome
    const rows = counts.reduce((sum, count) => sum + count.added + count.changed, 0)
    tell(t('import.done', { count: rows, rows, rejected }), () => void undo(id))
  }
  const isIdle = state.step === null
  return {
    ...state,
    choose: () => void (isIdle && choose()),
    setClient: clientId => changeImport({ clientId }),
    look: () => void (state.source !== null && look()),
    map: (index, mapping) => {
      // as it is now: the tables are drawn once a preview, not with every step of what runs
      const { step, mappings } = importJob.get()
      if (step !== null) return
      changeImport({ mappings: [...mappings.filter(each => each.index !== index), { index, mapping }] })
      void look()
    },
    apply: () => void (isIdle && state.source !== null && apply()),
    cancel: () => {
      if (isIdle) forgetImport()
      else if (state.step?.kind !== 'redoing') {
        changeImport({ isStopping: true })
        void api.imports.cancel({})
      }
    },
    undo: id => void undo(id),
  }
}
