import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import type { ReactNode } from 'react'
import type { Option } from './choice.tsx'

/** The list under a choice; it stays mounted while it closes, so that the focus goes back. */
export const ChoiceMenu = ({
  anchor,
  options,
  value,
  onClose,
  onChoose,
}: {
  readonly anchor: HTMLElement | null
  readonly options: readonly Option<string>[]
  readonly value: string
  readonly onClose: () => void
  readonly onChoose: (index: number) => void
}): ReactNode => (
  <Menu anchorEl={anchor} open={anchor !== null} onClose={onClose}>
    {options.map((o, i) => (
      <MenuItem key={o.value} selected={o.value === value} onClick={() => onChoose(i)}>
        {o.label}
      </MenuItem>
    ))}
  </Menu>
)
