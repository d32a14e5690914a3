import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../i18n/i18n.ts'
import { Button } from '../ui/button.tsx'
import { PageHead } from '../ui/page-head.tsx'
import type { ScreenId } from './screens.ts'

/** A screen before there is a book: says what will stand here and where to begin. */
export const NoBook = ({ screen }: { readonly screen: ScreenId }): ReactNode => {
  const t = useT()
  const go = useNavigate()
  return (
    <div className="page" style={{ gridTemplateRows: '48px 1fr' }}>
      <PageHead title={t(`screen.${screen}`)}>
        <span>{t('empty.book')}</span>
      </PageHead>
      <div className="empty">
        <h2>{t('start.title')}</h2>
        <p>{t(`noBook.${screen}`)}</p>
        <p style={{ marginTop: 12 }}>
          <Button kind="primary" keyHint="Ctrl 2" onClick={() => void go('/matrix')}>
            {t('noBook.begin')}
          </Button>
        </p>
      </div>
    </div>
  )
}
