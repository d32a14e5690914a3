import { useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { useT } from '../i18n/i18n.ts'
import { useKeys } from '../state/keys.ts'
import type { KeyBinding } from '../state/keys.ts'
import { later } from '../state/later.tsx'
import { undoLast } from '../state/undo.ts'
import { Nav } from './nav.tsx'
import { screens } from './screens.ts'
import { StatusBar } from './status-bar.tsx'
import { TitleBar } from './title-bar.tsx'
import { Tour } from './tour.tsx'
import { useDeskCommands } from './use-desk-commands.ts'
import { useMouseHistory } from './use-mouse-history.ts'
import { beginTour } from './tour-steps.ts'
import { useKeepFocus } from './use-keep-focus.ts'
import { useKeepRecents } from './use-keep-recents.ts'
import { useKeepRoute } from './use-keep-route.ts'
import { useLock } from './use-lock.ts'
import { useRunSync } from './use-run-sync.ts'

const Palette = later(async () => (await import('./palette.tsx')).Palette)
const KeysDialog = later(async () => (await import('./keys-dialog.tsx')).KeysDialog)

/** The help page of a screen; a client and a fund have their own. */
const helpOf = (pathname: string): string => {
  const [, screen = '', id] = pathname.split('/')
  if (screen === 'help') return pathname
  return `/help/${screen === 'clients' && id !== undefined ? 'client' : screen}`
}

type Panel = 'none' | 'find' | 'keys'

const quiet = (keys: readonly string[], label: string, run: (key: string) => void): KeyBinding => ({
  keys,
  label,
  run,
  quiet: true,
})

export const Shell = (): ReactNode => {
  const t = useT()
  const go = useNavigate()
  const { pathname } = useLocation()
  useKeepFocus(pathname)
  useKeepRoute()
  useKeepRecents()
  const [panel, setPanel] = useState<Panel>('none')
  const lock = useLock()
  const sync = useRunSync()
  const close = (): void => setPanel('none')
  const travel = useCallback((by: number): void => void go(by), [go])
  useMouseHistory(travel)
  useDeskCommands(
    {
      find: () => setPanel('find'),
      keys: () => setPanel('keys'),
      help: () => void go(helpOf(pathname)),
      tour: () => beginTour(go),
      sync: sync.start,
      lock,
      back: () => travel(-1),
      forward: () => travel(1),
      print: () => window.desk?.print(),
      zoomIn: () => window.desk?.zoom(1),
      zoomOut: () => window.desk?.zoom(-1),
      zoomReset: () => window.desk?.zoom(0),
    },
    path => void go(path),
  )
  useKeys([
    ...screens.map((s, i) => quiet([`Ctrl ${i + 1}`], t(`screen.${s.id}`), () => void go(s.path))),
    quiet(['Ctrl K'], t('shell.find'), () => setPanel('find')),
    quiet(['Ctrl L'], t('shell.lock'), lock),
    quiet(['F5'], t('sync.now'), sync.start),
    quiet(['?'], t('shell.help'), () => setPanel('keys')),
    quiet(['F1'], t('help.title'), () => void go(helpOf(pathname))),
    quiet(['Ctrl N'], t('shell.newWindow'), () => window.desk?.openWindow('/matrix')),
    quiet(['Ctrl Enter'], t('shell.ownWindow'), () => window.desk?.openWindow(pathname)),
    quiet(['U'], t('common.undo'), undoLast),
    quiet(['Alt ←'], t('shell.back'), () => travel(-1)),
    quiet(['Alt →'], t('shell.forward'), () => travel(1)),
    quiet(['Ctrl +', 'Ctrl ='], t('shell.zoomIn'), () => window.desk?.zoom(1)),
    quiet(['Ctrl -'], t('shell.zoomOut'), () => window.desk?.zoom(-1)),
    quiet(['Ctrl 0'], t('shell.zoomReset'), () => window.desk?.zoom(0)),
  ])
  return (
    <div className="app">
      <TitleBar onFind={() => setPanel('find')} onLock={lock} />
      <Nav />
      <main data-path={pathname}>
        <Outlet />
        <Tour />
      </main>
      <StatusBar onHelp={() => setPanel('keys')} />
      {panel === 'find' && <Palette onClose={close} />}
      {panel === 'keys' && <KeysDialog onClose={close} />}
    </div>
  )
}
