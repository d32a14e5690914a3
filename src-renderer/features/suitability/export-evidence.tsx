import { useState } from 'react'
import type { ReactNode } from 'react'
import { useLocale, useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'

/** Everything kept of one client as a signed archive: JSON for machines, PDF for people. */
export const ExportEvidence = ({ clientId }: { readonly clientId: string }): ReactNode => {
  const t = useT()
  const api = useApi()
  const locale = useLocale()
  const failure = useFailureText()
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const run = async (): Promise<void> => {
    setRunning(true)
    try {
      const { path, records } = await api.evidence.exportClient({ clientId, locale })
      if (path !== null) tell(t('chain.exported', { count: records, n: records, path }))
      setError(null)
    } catch (e) {
      setError(failure(e))
    } finally {
      setRunning(false)
    }
  }
  return (
    <>
      <Button onClick={() => void run()} disabled={running && t('chain.exporting')}>
        {running ? t('chain.exporting') : t('chain.export')}
      </Button>
      {error && (
        <span className="warn" role="alert">
          {error}
        </span>
      )}
    </>
  )
}
