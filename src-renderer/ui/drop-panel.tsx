import Popover from '@mui/material/Popover'
import { useState } from 'react'
import type { ReactNode } from 'react'

/** A word with a mark that opens a small panel below it; `children` gets the way to close it. */
export const DropPanel = ({
  label,
  children,
}: {
  readonly label: string
  readonly children: (close: () => void) => ReactNode
}): ReactNode => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <button type="button" className="drop" aria-haspopup="dialog" onClick={event => setAnchor(event.currentTarget)}>
        {label}
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
