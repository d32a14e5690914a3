import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Edition } from '../../../src-main/contract/reports.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { Button } from '../../ui/button.tsx'
import { MakeReportLine } from './make-report-line.tsx'
import './make-report.css'
import { useMakeReport } from './use-make-report.ts'

const editions = ['client', 'internal'] as const

/** The one primary button of a subject: makes its PDF, shows the page it is at, and what came of it. */
export const MakeReport = ({
  kind,
  subject,
}: {
  readonly kind: 'account' | 'fund'
  readonly subject: string
}): ReactNode => {
  const t = useT()
  const [edition, setEdition] = useState<Edition>('client')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { state, start, cancel } = useMakeReport(kind, subject)
  const running = state.kind === 'running'
  useKeys([
    { keys: ['Ctrl P'], label: t('report.keyMake'), run: () => start(edition) },
    ...(running ? [{ keys: ['Esc'], label: t('common.cancel'), run: cancel }] : []),
  ])
  const share = state.kind === 'running' && state.pages > 0 ? state.page / state.pages : 0
  return (
    <div className="pdf" aria-live="polite">
      <div>
        {state.kind === 'running' ? (
          <Button kind="primary" keyHint="Esc" progress={share} onClick={cancel}>
            {state.pages > 0
              ? t('report.runningPage', { page: state.page, pages: state.pages })
              : t(`report.step.${state.step}`)}
          </Button>
        ) : (
          <>
            <button
              type="button"
              className="btn"
              aria-haspopup="menu"
              onClick={event => setAnchor(event.currentTarget)}
            >
              <span className="drop">{t(`edition.${edition}`)}</span>
            </button>
            <Button kind="primary" keyHint="Ctrl P" onClick={() => start(edition)}>
              {t(`report.make.${kind}`)}
            </Button>
          </>
        )}
      </div>
      <MakeReportLine state={state} edition={edition} />
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {editions.map(e => (
          <MenuItem
            key={e}
            selected={e === edition}
            onClick={() => {
              setEdition(e)
              setAnchor(null)
            }}
          >
            {t(`edition.${e}`)}
          </MenuItem>
        ))}
      </Menu>
    </div>
  )
}
