import type { ReactNode } from 'react'
import { Slow } from './slow.tsx'

export const PageHead = ({
  title,
  children,
  actions,
  busy = false,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly busy?: boolean
}): ReactNode => (
  <div className="ph">
    <h1>{title}</h1>
    <div className="sum">{children}</div>
    {actions && <div className="act">{actions}</div>}
    {busy && <Slow />}
  </div>
)
