import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { useT } from '../i18n/i18n.ts'
import { useToday } from '../state/ask-today.ts'
import { useAsk } from '../state/queries.tsx'
import { recents } from '../state/recents.ts'
import { settled } from '../state/settled.ts'
import { useFormat } from '../ui/format.ts'
import { screens } from './screens.ts'
import type { ScreenId } from './screens.ts'
import { useIsOpen, useSyncStatus } from './use-session.ts'

/** Counts beside the words: clients of the book, reports that came back and wait for the advisor. */
const useCounts = (): Partial<Record<ScreenId, number>> => {
  const open = useIsOpen()
  const clients = useSyncStatus().data?.counts.find(c => c.stream === 'clients')?.rows
  const reports = useAsk(['reports', 'list'], api => api.reports.list({}), open).data
  const back = reports?.filter(r => r.state === 'opened' || r.state === 'answered').length
  // the list of the day is made from the whole book: not while the first screen waits for its own answers
  const later = settled.use()
  const today = useToday(open && later).data?.plan
  return { ...(today ? { today } : {}), ...(clients ? { clients } : {}), ...(back ? { reports: back } : {}) }
}

export const Nav = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const counts = useCounts()
  const opened = recents.use()
  return (
    <nav className="nav" aria-label={t('shell.nav')}>
      {screens.map((screen, i) => (
        <NavLink key={screen.id} to={screen.path}>
          <kbd aria-hidden="true">{i + 1}</kbd>
          <span>{t(`screen.${screen.id}`)}</span>
          {counts[screen.id] !== undefined && <em>{f.int(counts[screen.id] ?? null)}</em>}
        </NavLink>
      ))}
      {opened.length > 0 && (
        <>
          <div className="lab">{t('shell.recent')}</div>
          <div className="rec">
            {opened.map(c => (
              <NavLink
                key={c.id}
                to={`/clients/${encodeURIComponent(c.id)}`}
                onClick={event => {
                  if (!event.ctrlKey && !event.metaKey) return
                  event.preventDefault()
                  window.desk?.openWindow(`/clients/${encodeURIComponent(c.id)}`)
                }}
              >
                <span>{c.name}</span>
                <em>
                  {c.tier} {c.style && t(`styleShort.${c.style}`)}
                </em>
              </NavLink>
            ))}
          </div>
        </>
      )}
      <NavLink to="/help" className="help-link">
        <kbd>F1</kbd>
        <span>{t('help.title')}</span>
      </NavLink>
      <div className="foot">
        <kbd>Ctrl</kbd> {t('shell.numbers')}
      </div>
    </nav>
  )
}
