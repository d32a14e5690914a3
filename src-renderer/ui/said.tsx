import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { Fig } from './fig.tsx'
import { figureById } from './figure-by-id.ts'

/** A sentence that rests on figures: a click opens the card of the first that the report shows. */
export const Said = ({
  report,
  figures,
  className = '',
  children,
}: {
  readonly report: object
  readonly figures: readonly string[]
  readonly className?: string
  readonly children: ReactNode
}): ReactNode => {
  const figure = useMemo(
    () => figures.map(id => figureById(report, id)).find(found => found !== null && found.value !== null) ?? null,
    [report, figures],
  )
  if (figure === null) return <span className={className}>{children}</span>
  return <Fig figure={figure} className={`said ${className}`} printed={children} />
}
