import Dialog from '@mui/material/Dialog'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ReportPages } from './report-pages.tsx'
import './report-sheet.css'

/** The pages of one report on a sheet over the screen; `children` is the line of what it is at. */
export const ReportSheet = ({
  title,
  html,
  waiting,
  actions,
  children,
  onClose,
}: {
  readonly title: string
  readonly html: string | null
  /** Said where the pages will be. */
  readonly waiting: string
  readonly actions?: ReactNode
  readonly children?: ReactNode
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  return (
    <Dialog open onClose={onClose} aria-labelledby="sheet-title" maxWidth={false} className="sheet-dialog">
      <div className="sheet">
        <header>
          <h2 id="sheet-title" className="h2l" title={title}>
            {title}
          </h2>
          <div className="say" aria-live="polite">
            {children}
          </div>
          <div className="act">
            {actions}
            <Button keyHint="Esc" onClick={onClose}>
              {t('common.close')}
            </Button>
          </div>
        </header>
        {html === null ? <p className="wait">{waiting}</p> : <ReportPages html={html} title={title} />}
      </div>
    </Dialog>
  )
}
