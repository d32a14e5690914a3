import type { ReactNode } from 'react'
import { BatchStatus } from '../features/batches/batch-status.tsx'
import { Link } from 'react-router'
import { useT } from '../i18n/i18n.ts'
import { keyLayers } from '../state/keys.ts'
import { notice, undoLast } from '../state/undo.ts'
import { KeyHint } from '../ui/marks.tsx'
import { useAsk } from '../state/queries.tsx'
import { useSession, useSyncStatus } from './use-session.ts'

/** Keys of this screen on the left, the data's day and the rules in force on the right. */
export const StatusBar = ({ onHelp }: { readonly onHelp: () => void }): ReactNode => {
  const t = useT()
  const layers = keyLayers.use()
  const said = notice.use()
  const { data: session } = useSession()
  const open = session?.kind === 'open'
  const status = useSyncStatus().data
  const matrix = useAsk(['matrix', 'view'], api => api.matrix.view({}), open).data
  const told = layers.flatMap(l => l.bindings).filter(b => !b.quiet)
  // a key that a newer part has taken over is told once, as what it does now
  const shown = told.filter((b, i) => !told.slice(i + 1).some(later => b.keys.every(key => later.keys.includes(key))))
  return (
    <footer className="stat">
      {said ? (
        <span className="note" role="status">
          {typeof said.text === 'string' ? said.text : said.text(t)}
          {said.undo && (
            <button type="button" className="link" onClick={undoLast}>
              {t('common.undo')} <kbd>U</kbd>
            </button>
          )}
        </span>
      ) : (
        <span className="keys">
          {shown.map(b => (
            <span key={b.keys.join() + b.label}>
              <KeyHint keys={b.keys} />
              {b.label}
            </span>
          ))}
        </span>
      )}
      <span className="sp">
        {status?.dataDate
          ? t('shell.navDate', { date: status.dataDate })
          : (status || (session && !open)) && t('shell.noNav')}
      </span>
      <BatchStatus open={open} />
      {matrix && (
        <>
          <span>{t('shell.segmentPack', { version: matrix.pack.version })}</span>
          <Link to="/suitability/packs">{t('shell.suitabilityPack', { version: matrix.suitabilityPack })}</Link>
        </>
      )}
      <button type="button" aria-label={t('shell.help')} onClick={onHelp}>
        <kbd>?</kbd>
      </button>
    </footer>
  )
}
