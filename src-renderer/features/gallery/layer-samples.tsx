import type { TFunction } from 'i18next'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { KeysDialog } from '../../shell/keys-dialog.tsx'
import { Palette } from '../../shell/palette.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { DefinitionCard } from '../../ui/definition-card.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { GalleryPart } from './gallery-part.tsx'
import { figures, notesIn, SAMPLE } from './samples.ts'

const layers = ['form', 'wrong', 'keys', 'palette'] as const
const saved = (t: TFunction): string => t('settings.saved')
type Layer = (typeof layers)[number]

/** What opens over a screen, each behind its button, and the line in the status bar. */
export const LayerSamples = (): ReactNode => {
  const t = useT()
  const notes = useMemo(() => notesIn(t), [t])
  const [open, setOpen] = useState<Layer | null>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [text, setText] = useState('')
  const close = (): void => setOpen(null)
  return (
    <GalleryPart name="layers">
      {layers.map(layer => (
        <Button key={layer} onClick={() => setOpen(layer)}>
          {t(`galleryLayer.${layer}`)}
        </Button>
      ))}
      <button type="button" className="link" onClick={event => setAnchor(event.currentTarget)}>
        {t('card.title')}
      </button>
      <Button onClick={() => tell(saved, () => setText(''))}>{t('galleryLayer.notice')}</Button>
      {(open === 'form' || open === 'wrong') && (
        <FormDialog
          title={t('passcode.save')}
          action={t('common.open')}
          disabled={open === 'form' && t('passcode.fill')}
          error={open === 'wrong' ? t('error.wrongPasscode') : null}
          onSubmit={close}
          onClose={close}
        >
          <Field label={t('unlock.passcode')} value={text} onValue={setText} />
        </FormDialog>
      )}
      {open === 'keys' && <KeysDialog onClose={close} />}
      {open === 'palette' && <Palette onClose={close} />}
      {anchor && (
        <DefinitionCard
          figure={figures.sharpe}
          text="0.27"
          anchor={anchor}
          notes={notes}
          onClose={() => setAnchor(null)}
        />
      )}
      <aside className="gal-panel" aria-label={t('gallery.sidePanel')}>
        <h2>
          {t('gallery.sidePanel')}{' '}
          <small className="rt">
            <kbd>Esc</kbd>
          </small>
        </h2>
        <dl className="kv">
          <dt>{t('start.url')}</dt>
          <dd className="el">{SAMPLE.office}</dd>
          <dt>{t('start.code')}</dt>
          <dd>{SAMPLE.code}</dd>
        </dl>
      </aside>
    </GalleryPart>
  )
}
