import { useState } from 'react'
import type { ReactNode } from 'react'
import { later } from '../state/later.tsx'
import type { Option } from './choice.tsx'

const ChoiceMenu = later(async () => (await import('./choice-menu.tsx')).ChoiceMenu)

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
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button
        type="button"
        className="drop"
        aria-haspopup="menu"
        aria-label={label}
        onClick={event => {
          setAnchor(event.currentTarget)
          setOpened(true)
        }}
      >
        {options.find(o => o.value === value)?.label}
      </button>
      {opened && (
        <ChoiceMenu
          anchor={anchor}
          options={options}
          value={value}
          onClose={() => setAnchor(null)}
          onChoose={index => {
            const chosen = options[index]
            setAnchor(null)
            if (chosen) onChange(chosen.value)
          }}
        />
      )}
    </>
  )
}
