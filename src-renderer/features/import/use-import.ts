import { useState } from 'react'
import type { ImportPreview, ImportRequest } from '../../../src-main/contract/imports.ts'
import type { ImportMapping } from '../../../src-main/model/import/import-kind.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { useFailureText } from '../../ui/failure.tsx'

export type ImportWork = 'choosing' | 'reading' | 'writing' | null

type Import = {
  readonly preview: ImportPreview | null
  readonly work: ImportWork
  readonly failed: string | null
  readonly clientId: string
  readonly choose: () => void
  readonly setClient: (id: string) => void
  readonly look: () => void
  readonly map: (index: number, mapping: ImportMapping | null) => void
  readonly apply: () => void
  readonly cancel: () => void
  readonly undo: (id: string) => void
}

/** Choose, look, correct, write: every correction asks the engine for a new preview. */
export const useImport = (): Import => {
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const [source, setSource] = useState<string | null>(null)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [mappings, setMappings] = useState<ImportRequest['mappings']>([])
  const [clientId, setClientId] = useState('')
  const [work, setWork] = useState<ImportWork>(null)
  const [failed, setFailed] = useState<string | null>(null)

  const during = async (name: Exclude<ImportWork, null>, job: () => Promise<void>): Promise<void> => {
    if (work !== null) return
    setWork(name)
    setFailed(null)
    try {
      await job()
    } catch (error) {
      setFailed(failure(error))
    } finally {
      setWork(null)
    }
  }
  const request = (from: string, by: ImportRequest['mappings']): ImportRequest => ({
    source: from,
    clientId: clientId.trim() === '' ? null : clientId.trim(),
    mappings: [...by],
  })
  const cancel = (): void => {
    setSource(null)
    setPreview(null)
    setMappings([])
    setFailed(null)
  }
  const undo = async (id: string): Promise<void> => {
    await during('writing', async () => {
      const done = await api.imports.undo({ id })
      tell(t('import.undone', { restored: done.restored, kept: done.kept }))
    })
  }
  const look = async (from: string, by: ImportRequest['mappings']): Promise<void> => {
    setPreview(await api.imports.preview(request(from, by)))
  }
  return {
    preview,
    work,
    failed,
    clientId,
    choose: () =>
      void during('choosing', async () => {
        const chosen = await api.imports.choose({})
        if (chosen.source === null) return
        setSource(chosen.source)
        setMappings([])
        await look(chosen.source, [])
      }),
    setClient: setClientId,
    look: () =>
      void during('reading', async () => {
        if (source !== null) await look(source, mappings)
      }),
    map: (index, mapping) =>
      void during('reading', async () => {
        const next = [...mappings.filter(each => each.index !== index), { index, mapping }]
        if (source !== null) await look(source, next)
        setMappings(next)
      }),
    apply: () =>
      void during('writing', async () => {
        if (source === null) return
        const done = await api.imports.apply(request(source, mappings))
        cancel()
        const rows = done.counts.reduce((sum, count) => sum + count.added + count.changed, 0)
        tell(t('import.done', { rows, rejected: done.rejected }), () => void undo(done.id))
      }),
    cancel,
    undo: id => void undo(id),
  }
}
