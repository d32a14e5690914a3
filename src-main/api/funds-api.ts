import { compareFunds } from '../services/funds/compare-funds.ts'
import { fundAnnouncements } from '../services/funds/fund-announcements.ts'
import { fundRows } from '../services/funds/fund-rows.ts'
import { rankedMetrics } from '../services/funds/ranked-metrics.ts'
import { removeScreen, savedScreens, saveScreen } from '../services/funds/saved-screens.ts'
import { screenFunds } from '../services/funds/screen-funds.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const fundsApi = (os: Implementer['funds'], { session, romanise }: ApiDeps) => ({
  list: os.list.handler(() => fundRows(session.opened().workspace, romanise)),
  diagnosis: os.diagnosis.handler(({ input }) => session.opened().workspace.fundReport(input.code, input.asOf)),
  announcements: os.announcements.handler(({ input }) => [
    ...fundAnnouncements(session.opened().workspace, input.code),
  ]),
  compare: os.compare.handler(({ input }) => compareFunds(session.opened().workspace, input.codes)),
  metrics: os.metrics.handler(() => rankedMetrics(session.opened().workspace.rules)),
  screen: os.screen.handler(({ input }) => screenFunds(session.opened().workspace, input)),
  screens: os.screens.handler(() => session.opened().workspace.store.read(savedScreens)),
  saveScreen: os.saveScreen.handler(({ input }) => saveScreen(session.opened().workspace.store, input)),
  removeScreen: os.removeScreen.handler(({ input }) => removeScreen(session.opened().workspace.store, input.name)),
})
