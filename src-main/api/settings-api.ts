import { changeSettings, readSettings } from '../services/settings/settings.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const settingsApi = (os: Implementer['settings'], { session }: ApiDeps) => ({
  get: os.get.handler(() => readSettings(session.opened().workspace.store)),
  set: os.set.handler(({ input }) => changeSettings(session.opened().workspace.store, input)),
})
