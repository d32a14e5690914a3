import type { ReactNode } from 'react'

/** What stopped, what still works, what to do. */
export const Banner = ({
  title,
  children,
  actions,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly actions?: ReactNode
}): ReactNode => (
  <div className="ban" role="alert">
    <b>{title}</b>
    <p>{children}</p>
    {actions && <div className="act">{actions}</div>}
  </div>
)
