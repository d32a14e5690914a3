import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { useFailureText } from '../../ui/failure.tsx'

/** Counts, codes and times for support, copied or written to a file; no client data is in it. */
export const useDiagnostics = (): { readonly copy: () => void; readonly save: () => void } => {
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const during = (work: () => Promise<void>): void => void work().catch((error: unknown) => tell(failure(error)))
  return {
    copy: () =>
      during(async () => {
        await navigator.clipboard.writeText(await api.sync.diagnostics({}))
        tell(t('stopped.copied'))
      }),
    save: () =>
      during(async () => {
        const { path } = await api.sync.saveDiagnostics({})
        if (path !== null) tell(t('diagnostics.saved', { path }))
      }),
  }
}
