import type { ReactNode } from 'react'

/** The scrolling body of a tab: its parts two beside one another, in rows, or in columns that are filled one after the other. */
export const Sheet = ({
  label,
  columns = false,
  children,
}: {
  readonly label: string
  readonly columns?: boolean
  readonly children: ReactNode
}): ReactNode => (
  <div className="fpage" role="region" aria-label={label} tabIndex={0}>
    <div className={columns ? 'fcols' : 'frows'}>{children}</div>
  </div>
)
