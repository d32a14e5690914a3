import type { CSSProperties, ReactNode } from 'react'

/** A part that scrolls by itself can be reached by keyboard, and says what it is. */
export const ScrollArea = ({
  label,
  className,
  style,
  children,
}: {
  readonly label: string
  readonly className: string
  readonly style?: CSSProperties
  readonly children: ReactNode
}): ReactNode => (
  <div role="region" aria-label={label} tabIndex={0} className={className} style={style}>
    {children}
  </div>
)
