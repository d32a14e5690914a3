import { keepRecents, recentsOf } from '../services/windows/recents.ts'
import { keepRoute, routeOf } from '../services/windows/routes.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const windowsApi = (os: Implementer['windows'], { session }: ApiDeps) => ({
  route: os.route.handler(({ input }) => ({ route: routeOf(session.opened().workspace.store, input.name) })),
  recents: os.recents.handler(() => recentsOf(session.opened().workspace.store)),
  keepRecents: os.keepRecents.handler(({ input }) => {
    keepRecents(session.opened().workspace.store, input)
    return null
  }),
  keep: os.keep.handler(({ input }) => {
    keepRoute(session.opened().workspace.store, input.name, input.route)
    return null
  }),
})
