import type { ReactNode } from 'react'
import type { MatrixView } from '../../../src-main/contract/matrix.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { Arrow } from '../../ui/marks.tsx'

/** How to read a cell, and past which marks a count turns brown. */
export const MatrixKey = ({
  marks,
  kind,
}: {
  readonly marks: MatrixView['marks'] | null
  readonly kind: 'whole' | 'cut' | 'partial' | 'empty'
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  return (
    <div className="key">
      <span className="i2 m">{t('key.title')}</span>
      {(kind === 'whole' || kind === 'cut') && <span>{t('key.figures')}</span>}
      {kind === 'whole' && (
        <>
          <span>{t('key.line')}</span>
          <span>
            <Arrow to="up" /> {t('key.in')}
          </span>
          <span>
            <Arrow to="down" /> {t('key.out')}
          </span>
        </>
      )}
      {(kind === 'whole' || kind === 'cut') && (
        <>
          <span>{t('key.overdue')}</span>
          <span>{t(kind === 'cut' ? 'key.corner' : 'key.mismatch')}</span>
          {marks && (
            <span className="warn">
              {t('key.marks', { overdue: f.share(marks.overdueShare, 0), mismatch: f.share(marks.mismatchShare, 0) })}
            </span>
          )}
        </>
      )}
      {kind === 'partial' && (
        <>
          <span>{t('key.hatch')}</span>
          <span>{t('key.second')}</span>
          <span>{t('key.dash')}</span>
        </>
      )}
      {kind === 'empty' && (
        <>
          <span>{t('key.emptyPlace')}</span>
          <span>{t('key.emptyStandard')}</span>
        </>
      )}
    </div>
  )
}
