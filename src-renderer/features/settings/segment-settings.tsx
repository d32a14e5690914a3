import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Slow } from '../../ui/slow.tsx'
import { WhatIfPanel, type WhatIfPart } from '../matrix/what-if-panel.tsx'

const nothing = (): void => undefined

/** The rules of the segments with what a change of them would do to this book, before it is saved as a version. */
export const SegmentSettings = ({ parts }: { readonly parts: readonly WhatIfPart[] }): ReactNode => {
  const t = useT()
  const { data, error, refetch } = useAsk(['matrix', 'view'], api => api.matrix.view({}))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Slow under />
  return (
    <div className="segment-settings" role="region" aria-label={t('whatIf.title')} tabIndex={0}>
      <p className="i3">{t('settings.whatIfHow')}</p>
      <WhatIfPanel parts={parts} view={data} onEffect={nothing} />
    </div>
  )
}
