import Dialog from '@mui/material/Dialog'
import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import { keyLayers } from '../state/keys.ts'
import { KeyHint } from '../ui/marks.tsx'

/** Every key that works right now, this screen's first. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const t = useT()
  const layers = keyLayers.use()
  const all = layers.flatMap(l => l.bindings)
  const groups = [
    { title: t('keys.here'), bindings: all.filter(b => !b.quiet) },
    { title: t('keys.everywhere'), bindings: all.filter(b => b.quiet) },
  ]
  return (
    <Dialog open onClose={onClose} aria-labelledby="keys-title" maxWidth={false}>
      <div className="key-list">
        <h2 id="keys-title" className="h2l">
          {t('keys.title')}
          <small className="rt">
            {t('common.close')} <kbd>Esc</kbd>
          </small>
        </h2>
        <div className="keys-cols">
          {groups.map(g => (
            <dl key={g.title} aria-label={g.title}>
              {g.bindings.map(b => (
                <div key={b.keys.join() + b.label}>
                  <dt>
                    <KeyHint keys={b.keys} />
                  </dt>
                  <dd>{b.label}</dd>
                </div>
              ))}
            </dl>
          ))}
        </div>
      </div>
    </Dialog>
  )
}
