import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { useT } from '../i18n/i18n.ts'
import { SyncState } from './sync-state.tsx'
import { WindowButtons } from './window-buttons.tsx'
import { useSession, useSyncStatus } from './use-session.ts'

export const TitleBar = ({
  onFind,
  onLock,
}: {
  readonly onFind: () => void
  readonly onLock: () => void
}): ReactNode => {
  const t = useT()
  const { data: session } = useSession()
  const { data: sync } = useSyncStatus()
  const open = session?.kind === 'open' ? session : null
  return (
    <header className={`top${window.desk?.platform === 'darwin' ? ' mac' : ''}`}>
      {window.desk && window.desk.platform !== 'darwin' ? (
        <button
          type="button"
          className="brand drop"
          aria-haspopup="menu"
          onClick={event => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect()
            window.desk?.menu(Math.round(left), Math.round(bottom))
          }}
        >
          {t('app.name')}
        </button>
      ) : (
        <div className="brand">{t('app.name')}</div>
      )}
      <button type="button" className="find" onClick={onFind} aria-keyshortcuts="Control+K">
        <span className="el">{t('shell.find')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="state">
        <SyncState />
        {open && sync && sync.enrolled && <NavLink to="/sync">{t('shell.outbox', { n: sync.outbox })}</NavLink>}
        {open && (
          <button type="button" onClick={onLock} aria-keyshortcuts="Control+L">
            {open.lockMinutes > 0 && open.passcode ? t('shell.lockIn', { n: open.lockMinutes }) : t('shell.lock')}{' '}
            <kbd>Ctrl L</kbd>
          </button>
        )}
        {open?.demo && <span>{t('shell.demo')}</span>}
        {open?.advisor && (
          <span className="m" style={{ color: 'var(--ink)' }} title={open.advisor.licence}>
            {open.advisor.name}
          </span>
        )}
      </div>
      <WindowButtons />
    </header>
  )
}
