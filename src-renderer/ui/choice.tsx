import { useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'

export type Option<T extends string> = { readonly value: T; readonly label: ReactNode }

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly options: readonly Option<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** Tabs switch a page, a choice switches one setting. */
  readonly tabs?: boolean
  readonly large?: boolean
}

/** Words with an underline; arrow keys walk them, one tab stop. */
export const Choice = <T extends string>(props: ChoiceProps<T>): ReactNode => {
  const { label, options, value, onChange, tabs = false, large = false } = props
  const box = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    event.stopPropagation()
    const at = options.findIndex(o => o.value === value)
    const next = (at + step + options.length) % options.length
    const option = options[next]
    if (!option) return
    onChange(option.value)
    const button = box.current?.children[next]
    if (button instanceof HTMLElement) button.focus()
  }
  return (
    <div
      ref={box}
      className={`seg${large ? ' tabs-13' : ''}`}
      role={tabs ? 'tablist' : 'radiogroup'}
      aria-label={label}
      onKeyDown={walk}
    >
      {options.map(o => (
        <button
          key={o.value}
          type="button"
          role={tabs ? 'tab' : 'radio'}
          tabIndex={o.value === value ? 0 : -1}
          {...(tabs ? { 'aria-selected': o.value === value } : { 'aria-checked': o.value === value })}
          onClick={() => onChange(o.value)}
        >
          {o.label}
        </button>
      ))}
    </div>
  )
}
