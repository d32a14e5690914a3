import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { BatchesView } from './batches-view.tsx'

const Batches = (): ReactNode => {
  const t = useT()
  const go = useNavigate()
  const back = (): void => void go('/reports')
  useKeys([{ keys: ['Esc'], label: t('batch.back'), run: back }])
  return (
    <div className="page" style={{ gridTemplateRows: '48px minmax(0, 1fr)' }}>
      <PageHead
        title={t('batch.page')}
        actions={
          <Button keyHint="Esc" onClick={back}>
            {t('batch.back')}
          </Button>
        }
      />
      <BatchesView />
    </div>
  )
}

export const BatchesPage = (): ReactNode => (useIsOpen() ? <Batches /> : <NoBook screen="reports" />)
