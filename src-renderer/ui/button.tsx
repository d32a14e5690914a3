import ButtonBase from '@mui/material/ButtonBase'
import type { ReactNode } from 'react'

type ButtonProps = {
  readonly children: ReactNode
  readonly onClick?: (() => void) | undefined
  readonly keyHint?: string | undefined
  readonly kind?: 'primary' | 'plain' | 'text' | undefined
  /** Why it cannot be pressed; told on focus and hover. */
  readonly disabled?: string | false | undefined
  /** 0..1 while the work runs in this place. */
  readonly progress?: number | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly low?: boolean | undefined
}

/** Word and key. A disabled button keeps focus so that its reason can be read. */
export const Button = (props: ButtonProps): ReactNode => {
  const { children, onClick, keyHint, kind = 'plain', disabled, progress, type = 'button', low } = props
  const look = kind === 'primary' ? ' pri' : kind === 'text' ? ' txt' : ''
  return (
    <ButtonBase
      className={`btn${look}${low ? ' low' : ''}`}
      type={type}
      aria-disabled={disabled ? true : undefined}
      {...(disabled ? { title: disabled } : {})}
      {...(keyHint ? { 'aria-keyshortcuts': keyHint.replace(' ', '+').replace('Ctrl', 'Control') } : {})}
      onClick={event => {
        if (disabled) event.preventDefault()
        else onClick?.()
      }}
    >
      {children}
      {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
      {progress !== undefined && <span className="bar" style={{ width: `${progress * 100}%` }} />}
    </ButtonBase>
  )
}

/** Text that acts, inside a sentence or a panel head. */
export const LinkButton = ({
  children,
  onClick,
  keyHint,
  quiet,
}: {
  readonly children: ReactNode
  readonly onClick: () => void
  readonly keyHint?: string | undefined
  readonly quiet?: boolean | undefined
}): ReactNode => (
  <button type="button" className={quiet ? '' : 'link'} onClick={onClick}>
    {children}
    {keyHint && (
      <>
        {' '}
        <kbd aria-hidden="true">{keyHint}</kbd>
      </>
    )}
  </button>
)
