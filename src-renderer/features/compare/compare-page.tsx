import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { MOST_ON_SCREEN } from '../../../src-main/model/most-on-screen.ts'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Figures } from '../../ui/fig.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { compareTray } from '../funds/screen-state.ts'
import { MakeReport } from '../reports/make-report.tsx'
import { AddFund } from './add-fund.tsx'
import './compare.css'
import { ComparedCurves } from './compared-curves.tsx'
import { ComparedFigures } from './compared-figures.tsx'
import { ComparedPairs } from './compared-pairs.tsx'
import { mergedNotes } from './merged-notes.ts'
import { Sheet } from '../../ui/sheet.tsx'

const Compare = (): ReactNode => {
  const t = useT()
  const go = useNavigate()
  const [params, setParams] = useSearchParams()
  const codes = useMemo(() => [...new Set((params.get('codes') ?? '').split(',').filter(Boolean))], [params])
  const show = (next: readonly string[]): void => {
    compareTray.set(next)
    setParams({ codes: next.join(',') }, { replace: true })
  }
  const subject = codes.join(',')
  const enough = codes.length >= 2
  const { data, error, isFetching, refetch } = useAsk(
    ['fund', 'compare', codes],
    api => api.funds.compare({ codes: [...codes] }),
    enough,
  )
  useKeys([{ keys: ['Esc'], label: t('common.back'), run: () => void go('/funds') }])
  const comparison = enough ? data : undefined
  const notes = useMemo(() => mergedNotes(comparison?.reports ?? []), [comparison])
  return (
    <div className="page compare">
      <PageHead
        title={t('comparing.title')}
        busy={enough && isFetching}
        actions={enough && <MakeReport key={subject} kind="comparison" subject={subject} />}
      >
        <span className="i2">{t('comparing.count', { n: codes.length, most: MOST_ON_SCREEN })}</span>
        <AddFund
          taken={codes}
          full={codes.length >= MOST_ON_SCREEN}
          onAdd={code => show([...codes, code].slice(0, MOST_ON_SCREEN))}
        />
      </PageHead>
      {error && !comparison && enough ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : comparison ? (
        <Figures notes={notes}>
          <Sheet label={t('comparing.title')}>
            <ComparedCurves comparison={comparison} />
            <ComparedFigures
              reports={comparison.reports}
              onRemove={code => show(codes.filter(each => each !== code))}
            />
            <ComparedPairs comparison={comparison} />
          </Sheet>
        </Figures>
      ) : (
        <p className="empty text">{enough ? '' : t('comparing.empty')}</p>
      )}
    </div>
  )
}

export const ComparePage = (): ReactNode => (useIsOpen() ? <Compare /> : <NoBook screen="funds" />)
