import { endOfDayInChina } from '../../domain/portfolio/day-in-china.ts'
import type { Session } from '../session/session.ts'

const screens = ['/matrix', '/today'] as const

export interface FirstScreen {
  /** Names of the windows that come back. */
  readonly windows: readonly string[]
  readonly screens: readonly (typeof screens)[number][]
  readonly demo: boolean
  /** Instant from which another day is asked about. */
  readonly until: string
}

const screenOf = (route: string): FirstScreen['screens'][number] | undefined => screens.find(each => each === route)

/**
 * What the windows show that come back with the next start, where a program that has just been started would show the same: the book opens
 * by itself and nothing of this run is on the screen. Null where it would not, and where a window stands on a screen of its own questions.
 */
export const firstScreen = (
  session: Session,
  routes: readonly { readonly name: string; readonly route: string }[],
  now: string,
): FirstScreen | null => {
  const shown = routes.map(({ route }) => screenOf(route))
  if (shown.length === 0 || shown.includes(undefined)) return null
  const state = session.state()
  if (state.kind !== 'open' || state.passcode || state.opening > 1) return null
  const sync = session.opened().runner.progress.state
  if (sync !== 'idle' && sync !== 'done') return null
  return {
    windows: routes.map(({ name }) => name),
    screens: [...new Set(shown.filter(each => each !== undefined))],
    demo: state.demo,
    until: endOfDayInChina(now),
  }
}
