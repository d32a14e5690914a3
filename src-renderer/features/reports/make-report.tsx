import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Edition, ReportKind } from '../../../src-main/contract/reports.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { Button } from '../../ui/button.tsx'
import { MakeReportLine } from './make-report-line.tsx'
import './make-report.css'
import { PasswordDialog } from './password-dialog.tsx'
import { ReportSheet } from './report-sheet.tsx'
import { useMakeReport } from './use-make-report.ts'

const editions = ['client', 'internal'] as const

/** The one primary button of a subject: makes its PDF, shows the page it is at, and what came of it. */
export const MakeReport = ({
  kind,
  subject,
}: {
  readonly kind: Exclude<ReportKind, 'segment'>
  readonly subject: string
}): ReactNode => {
  const t = useT()
  const [edition, setEdition] = useState<Edition>('client')
  const [password, setPassword] = useState<string | null>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [opened, setOpened] = useState<'pages' | 'password' | null>(null)
  const { state, start, cancel } = useMakeReport(kind, subject)
  const running = state.kind === 'running'
  const make = (): void => start({ edition, password })
  useKeys([
    { keys: ['Ctrl P'], label: t('report.keyMake'), run: make },
    ...(running ? [{ keys: ['Esc'], label: t('common.cancel'), run: cancel }] : []),
  ])
  const share = state.kind === 'running' && state.pages > 0 ? state.page / state.pages : 0
  const html = state.kind === 'running' || state.kind === 'done' ? state.html : null
  const line = <MakeReportLine state={state} edition={edition} onPreview={() => setOpened('pages')} />
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
              <span className="drop">
                {t(`edition.${edition}`)}
                {password !== null && ` · ${t('report.locked')}`}
              </span>
            </button>
            <Button kind="primary" keyHint="Ctrl P" onClick={make}>
              {t(`report.make.${kind}`)}
            </Button>
          </>
        )}
      </div>
      {line}
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
        <MenuItem
          onClick={() => {
            setAnchor(null)
            if (password === null) setOpened('password')
            else setPassword(null)
          }}
        >
          {t(password === null ? 'report.setPassword' : 'report.dropPassword')}
        </MenuItem>
      </Menu>
      {opened === 'password' && (
        <PasswordDialog
          onClose={() => setOpened(null)}
          onPassword={given => {
            setPassword(given)
            setOpened(null)
          }}
        />
      )}
      {opened === 'pages' && (
        <ReportSheet
          title={t(`report.make.${kind}`)}
          html={html}
          waiting={t('report.noPages')}
          onClose={() => setOpened(null)}
        >
          <MakeReportLine state={state} edition={edition} />
        </ReportSheet>
      )}
    </div>
  )
}
