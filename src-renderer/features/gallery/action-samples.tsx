import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { DropPanel } from '../../ui/drop-panel.tsx'
import { MenuChoice } from '../../ui/menu-choice.tsx'
import { GalleryPart } from './gallery-part.tsx'

const names = ['1', '2', '3', '4', '5'] as const
type Name = (typeof names)[number]
const nothing = (): void => undefined

/** Buttons of every kind and state, words that act, choices and menus. */
export const ActionSamples = (): ReactNode => {
  const t = useT()
  const [choice, setChoice] = useState<Name>('5')
  const options = names.map(value => ({ value, label: t(`tierName.${value}`) }))
  return (
    <GalleryPart name="actions">
      <Button kind="primary" keyHint="Ctrl P" onClick={nothing}>
        {t('report.make.account')}
      </Button>
      <Button kind="primary" keyHint="Esc" progress={0.58} onClick={nothing}>
        {t('report.runningPage', { page: 7, pages: 12 })}
      </Button>
      <Button kind="primary" disabled={t('passcode.fill')}>
        {t('passcode.save')}
      </Button>
      <Button keyHint="C">{t('common.open')}</Button>
      <Button disabled={t('passcode.fill')}>{t('passcode.save')}</Button>
      <Button kind="text">{t('common.cancel')}</Button>
      <Button kind="text" low keyHint="U">
        {t('common.undo')}
      </Button>
      <LinkButton onClick={nothing}>{t('common.open')}</LinkButton>
      <LinkButton quiet keyHint="Esc" onClick={nothing}>
        {t('common.close')}
      </LinkButton>
      <div className="gal-line">
        <Choice label={t('gallery.choice')} value={choice} onChange={setChoice} options={options} />
      </div>
      <div className="gal-line">
        <Choice tabs large label={t('gallery.tabs')} value={choice} onChange={setChoice} options={options} />
      </div>
      <MenuChoice label={t('gallery.choice')} value={choice} onChange={setChoice} options={options} />
      <DropPanel label={t('gallery.panel')}>
        {close => (
          <div style={{ padding: 12, display: 'grid', gap: 8 }}>
            <p>{t('gallery.longName')}</p>
            <Button onClick={close}>{t('common.close')}</Button>
          </div>
        )}
      </DropPanel>
    </GalleryPart>
  )
}
