import Dialog from '@mui/material/Dialog'
import { useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import { usePaletteEntries } from './use-palette-entries.ts'

/** Search over clients, funds, products, reports, and the commands; one list, walked by arrows. */
export const Palette = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const t = useT()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { entries, asking } = usePaletteEntries(text)
  const chosen = Math.min(at, entries.length - 1)
  const run = (index: number): void => {
    const entry = entries[index]
    if (!entry) return
    onClose()
    entry.run()
  }
  const apart = (index: number): void => {
    const path = entries[index]?.path
    if (!path) return
    onClose()
    window.desk?.openWindow(path)
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && entries.length > 0) setAt((chosen + step + entries.length) % entries.length)
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apart(chosen)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(chosen)
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth={false}
      aria-label={t('shell.find')}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start', paddingTop: '10px' } }}
    >
      <div className="pal">
        <input
          // The dialogue exists to be typed into.
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={entries[chosen] ? `palette-${chosen}` : undefined}
          aria-label={t('shell.find')}
          placeholder={t('shell.find')}
          value={text}
          onChange={event => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKey}
        />
        <ul id="palette-list" role="listbox" aria-label={t('shell.results')}>
          {entries.map((entry, i) => (
            <li
              key={entry.id}
              id={`palette-${i}`}
              role="option"
              aria-selected={i === chosen}
              ref={element => {
                if (i === chosen) element?.scrollIntoView({ block: 'nearest' })
              }}
              onMouseMove={() => setAt(i)}
              onClick={() => run(i)}
            >
              <span>{entry.kind}</span>
              <span className="el">{entry.title}</span>
              <span className="i2">{entry.detail}</span>
            </li>
          ))}
        </ul>
        {entries[chosen]?.path && (
          <p className="foot i3">
            <kbd>Enter</kbd> {t('common.open')} <kbd>Ctrl Enter</kbd> {t('shell.ownWindow')}
          </p>
        )}
        {entries.length === 0 && !asking && <p className="none">{t('shell.noHit')}</p>}
      </div>
    </Dialog>
  )
}
