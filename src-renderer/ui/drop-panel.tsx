import Popover from '@mui/material/Popover'
import { useState } from 'react'
import type { ReactNode, Ref } from 'react'

/** A word with a mark that opens a small panel below it; `children` gets the way to close it. */
export const DropPanel = ({
  label,
  keyHint,
  opener,
  children,
}: {
  readonly label: string
  readonly keyHint?: string
  /** The word itself, for a key that opens the panel. */
  readonly opener?: Ref<HTMLButtonElement>
  readonly children: (close: () => void) => ReactNode
}): ReactNode => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <button
        ref={opener}
        type="button"
        className="drop"
        aria-haspopup="dialog"
        onClick={event => setAnchor(event.currentTarget)}
      >
        {label}
        {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
      </button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        {anchor && children(() => setAnchor(null))}
      </Popover>
    </>
  )
}
