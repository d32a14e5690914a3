import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Option } from './choice.tsx'

/** One of a longer list: the chosen word, and a menu under it. */
export const MenuChoice = <T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string
  readonly options: readonly Option<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}): ReactNode => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <button
        type="button"
        className="drop"
        aria-haspopup="menu"
        aria-label={label}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {options.find(o => o.value === value)?.label}
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {options.map(o => (
          <MenuItem
            key={o.value}
            selected={o.value === value}
            onClick={() => {
              setAnchor(null)
              onChange(o.value)
            }}
          >
            {o.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
